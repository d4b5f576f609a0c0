import CityAgentKit
import CityBackends
import FoundationEssentials
import Glibc

// Many streams at once through everything a request passes: gate with masking, audit file, transfer thread, SSE, chat.
// Streams URL [COUNT [RUNS]]

func processorTime() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// A number of /proc/self/status.
func status(_ name: String) -> String {
  let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  return text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    .map { String($0.dropFirst(name.count + 1).drop { $0 == "\t" || $0 == " " }) } ?? "?"
}

func measure() async throws {
  let words = CommandLine.arguments
  let count = words.count > 2 ? Int(words[2])! : 1000
  let runs = words.count > 3 ? Int(words[3])! : 5
  let audit = FileManager.default.temporaryDirectory.path + "/streams-\(getpid()).jsonl"
  defer { try? FileManager.default.removeItem(atPath: audit) }
  let chosen = try ModelConfiguration(
    json: #"{"backends":[{"name":"s","url":"\#(words[1])","model":"m","key":null,"retries":0}]}"#
  ) { _ in nil }
  let models = ModelBackends(chosen, audit: EgressAuditFile(path: audit))
  guard let writer = models.writer else { return }
  print("before: \(status("VmRSS"))")
  for run in 0..<runs {
    let (wall, processor) = (ContinuousClock.now, processorTime())
    let (events, failures, threads) = await withTaskGroup(of: Int?.self) { group in
      for number in 0..<count {
        group.addTask {
          var events = 0
          do {
            let request = ModelRequest(messages: [
              .system("改写答复。"), .user("居住证签注多久能办好？第\(number)次问。我的电话是13800138000。"),
            ])
            for try await event in writer.generate(request) {
              if case .text = event { events += 1 }
            }
            return events
          } catch {
            return nil
          }
        }
      }
      try? await Task.sleep(for: .milliseconds(500))
      let threads = status("Threads")
      var (events, failures) = (0, 0)
      for await result in group {
        if let result { events += result } else { failures += 1 }
      }
      return (events, failures, threads)
    }
    let seconds = (ContinuousClock.now - wall) / .seconds(1)
    let cost = (processorTime() - processor) / Double(max(1, events)) * 1e6
    print(
      "run \(run + 1): \(count) streams in \(seconds) s, \(events) events, \(failures) failed, \(cost) µs CPU an event, \(threads) threads, at most \(status("VmHWM"))"
    )
  }
}

try await measure()
