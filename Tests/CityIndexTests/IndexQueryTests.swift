import CityText
import Testing

@testable import CityIndex

struct IndexQueryTests {
  private func weights(_ query: IndexQuery) -> [String: Float] {
    Dictionary(query.terms.map { ($0.text, $0.weight) }) { a, _ in a }
  }

  @Test func pairsCountMoreThanSingleCharacters() {
    let found = weights(IndexQuery("身份证ID"))
    #expect(found == ["身": 0.3, "份": 0.3, "证": 0.3, "身份": 1, "份证": 1, "id": 1])
  }

  @Test func singleCharactersCountInFullWhereThereIsNoPair() {
    #expect(weights(IndexQuery("税？")) == ["税": 1])
    #expect(weights(IndexQuery("税 fee")) == ["税": 1, "fee": 1])
  }

  @Test func aRepeatedTermCountsOnce() {
    let query = IndexQuery("fee Fees FEE 税税税")
    #expect(weights(query) == ["fee": 1, "税": 0.3, "税税": 1])
    #expect(Set(query.terms.map(\.key)).count == query.terms.count)
  }

  @Test func synonymsAddTermsAtLessWeightAndNeverLowerOnes() throws {
    let file = "身份证, 二代证\n幾耐 => 多久"
    let synonyms = try Synonyms.parse(Array(file.utf8), path: "")
    let found = weights(IndexQuery("身份證幾耐", synonyms: synonyms))
    #expect(
      found == [
        "身": 0.3, "份": 0.3, "证": 0.3, "多": 0.3, "久": 0.3, "身份": 1, "份证": 1, "证多": 1, "多久": 1,
        "二": 0.15, "代": 0.15, "二代": 0.5, "代证": 0.5,
      ])
  }

  @Test func expansionsFindWhatTheWordsOfTheQuestionMiss() throws {
    let synonyms = try Synonyms.parse(Array("labour permit, 就业证".utf8), path: "")
    let index = try IndexSample.index(of: [
      IndexSample.document("a", clauses: [("x", "就业证怎么办")]),
      IndexSample.document("b", clauses: [("y", "别的")]),
    ])
    #expect(index.search(IndexQuery("labour permit"), limit: 3).isEmpty)
    let found = index.search(IndexQuery("labour permit", synonyms: synonyms), limit: 3)
    #expect(found.map(\.passage) == [0])
  }

  @Test func givenTermsAreMadeDistinct() {
    let term = IndexQuery.WeightedTerm(key: 5, weight: 1, text: "a")
    let again = IndexQuery.WeightedTerm(key: 5, weight: 2, text: "b")
    #expect(IndexQuery(terms: [term, again]).terms == [term])
  }
}
