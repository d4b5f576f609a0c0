import Testing

@testable import CityIndex

struct WorkSizesTests {
  @Test(arguments: [
    ("劳动合同法第十二条", "劳动合同法"), ("规划 第3章", "规划"), ("规划（二）", "规划"), ("十三五规划", "十三五规划"),
    ("", ""), ("第一条", ""), ("办法", "办法"), ("條例第１２條", "条例"), ("Rules é 3", "rules é"),
    ("𠮷第二款\u{200B}", "𠮷"),
    ("規劃（ 2 ）", "规划"),
  ])
  func aTitleIsItsWorkAndANumber(title: String, stem: String) {
    #expect(WorkSizes.stem(Array(title.utf8)) == Array(stem.utf8))
  }

  @Test func partsOfOneWorkAreCounted() throws {
    let documents = (1...9).map { IndexSample.document("a\($0)", title: "办法第\($0)条", clauses: []) }
    let other = IndexSample.document("b", title: "别的", clauses: [])
    let table = try #require(WorkSizes.table(of: documents + [other]))
    let sizes = WorkSizes(try IndexSample.index(of: documents + [other], tables: [table]))
    #expect(sizes[0] > 0.25 && sizes[0] < 0.28)
    #expect(sizes[8] == sizes[0])
    #expect(sizes[9] == 0)
    #expect(sizes[10] == 0)
  }

  @Test func worksOfOnePartNeedNoTable() {
    let documents = ["a", "b", "", ""].enumerated().map {
      IndexSample.document("\($0.offset)", title: $0.element, clauses: [])
    }
    #expect(WorkSizes.table(of: documents) == nil)
  }

  @Test func aTableOfAnotherLengthIsNotUsed() throws {
    let table = IndexTable(
      name: WorkSizes.tableName, version: WorkSizes.tableVersion, bytes: [200, 200])
    let index = try IndexSample.index(of: IndexSample.city, tables: [table])
    #expect(WorkSizes(index)[0] == 0)
  }
}
