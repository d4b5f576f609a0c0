/// The postings of one term, joined from several runs.
///
/// Kernel with unsafe pointers over memory of its own, with room for a posting of each passage.
final class MergedList {
  private let passages: UnsafeMutablePointer<UInt32>
  private let codes: UnsafeMutablePointer<UInt32>
  private let room: Int
  private(set) var count = 0

  init(room: Int) {
    self.room = room
    passages = .allocate(capacity: max(1, room))
    codes = .allocate(capacity: max(1, room))
  }

  deinit {
    passages.deallocate()
    codes.deallocate()
  }

  /// The passages, in ascending order, and their codes; valid until the list changes.
  var holders: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: passages, count: count) }
  var holderCodes: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: codes, count: count) }

  func removeAll() { count = 0 }

  /// Appends the postings of a term of a run.
  /// - Parameter codesOfRun: by number of a signature in the run.
  func append(_ run: TermRun, _ term: Int, codes codesOfRun: UnsafeBufferPointer<UInt32>) {
    let postings = run.count(term)
    precondition(postings <= room - count)
    guard var source = run.view.slice(run.start(term), postings * 2)?.raw.baseAddress else {
      return
    }
    var passage = UInt32(run.firstPassage) &- 1
    for i in count..<count + postings {
      let posting = RunPosting.read(&source)
      passage &+= posting.distance &+ 1
      (passages + i).initialize(to: passage)
      (codes + i).initialize(to: codesOfRun[Int(posting.signature)])
    }
    count += postings
  }
}
