import CityText
import Testing

@testable import TriageSkill

struct TaxonomyTests {
  private func read(_ rows: String) throws -> (Taxonomy, [TriageError]) {
    var problems: [TriageError] = []
    let taxonomy = try Taxonomy.read(
      Array(("id,parent,name,name_en,code\n" + rows).utf8), path: "t.csv"
    ) { problems.append($0) }
    return (taxonomy, problems)
  }

  @Test func theShippedTaxonomyReadsWithoutComplaint() throws {
    var problems: [TriageError] = []
    let taxonomy = try Taxonomy.read(try Seeds.bytes("taxonomy.csv"), path: "taxonomy.csv") {
      problems.append($0)
    }
    #expect(problems.isEmpty)
    #expect(taxonomy.entries.filter { !$0.code.isEmpty && $0.code.count == 5 }.count == 250)
    #expect(taxonomy.path("06013").map(\.name) == ["城市管理事项", "市容环境类", "道路破损"])
    #expect(taxonomy.path("06013").map(\.englishName).last == "Damaged road")
    #expect(taxonomy.entries.allSatisfy { !$0.englishName.isEmpty })
    #expect(taxonomy.children(of: "").map(\.id) == ["P", "E", "H"])
  }

  @Test func everyCodeOfTheResponsibilityTableIsInTheTaxonomy() throws {
    let taxonomy = try Taxonomy.read(try Seeds.bytes("taxonomy.csv"), path: "t")
    let names = Set(taxonomy.entries.map(\.name))
    for row in ResponsibilityTableTests.table.rows {
      #expect(row.codes.allSatisfy { taxonomy[$0] != nil }, "\(row.id)")
      #expect(names.contains(row.category), "\(row.id) \(row.category)")
    }
  }

  @Test func circlesAreReportedAndLeftOutWithWhatHangsUnderThem() throws {
    let (taxonomy, problems) = try read(
      "A,,甲\nB,C,乙\nC,D,丙\nD,B,丁\nE,D,戊\nF,A,己\nS,S,自\n")
    #expect(taxonomy.entries.map(\.id) == ["A", "F"])
    #expect(problems.map(\.line) == [3, 4, 5, 6, 8])
    #expect(problems[0].message.contains("stands above itself"))
    #expect(problems[3].message.contains("D, which E stands under"))
    #expect(taxonomy.path("F").map(\.id) == ["A", "F"])
    #expect(taxonomy.path("B").isEmpty)
  }

  @Test func orphansDoublesAndBlanksAreReported() throws {
    let (taxonomy, problems) = try read("A,,甲\nB,Z,乙\nC,B,丙\nA,,又\nD,A,\n,A,无\n")
    #expect(taxonomy.entries.map(\.id) == ["A"])
    #expect(problems.count == 5)
    #expect(problems.contains { $0.line == 3 && $0.message.contains("no Z for B") })
    #expect(problems.contains { $0.line == 5 && $0.message.contains("line 2 already") })
  }

  @Test func aLongChainIsNoCircle() throws {
    let rows = (0..<5_000).map { "N\($0),\($0 == 0 ? "" : "N\($0 - 1)"),名" }.joined(separator: "\n")
    let (taxonomy, problems) = try read(rows)
    #expect(problems.isEmpty && taxonomy.path("N4999").count == 5_000)
  }

  @Test func bytesBringItBackAndDamagedOnesAreRefused() throws {
    let (taxonomy, _) = try read("A,,甲,a,01\nB,A,乙,b,01001\n")
    let bytes = taxonomy.bytes
    #expect(Taxonomy(bytes: bytes) == taxonomy)
    for cut in bytes.indices { #expect(Taxonomy(bytes: Array(bytes[..<cut])) == nil) }
    // A circle of two.
    let circle = Taxonomy(entries: [
      .init(id: "A", parent: "B", name: "", englishName: "", code: ""),
      .init(id: "B", parent: "A", name: "", englishName: "", code: ""),
    ])
    #expect(Taxonomy(bytes: circle.bytes) == nil)
  }
}
