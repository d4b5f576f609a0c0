import CityIndex
import CityJSON
import CityText

/// The tools over the knowledge base that every agent has: `find_passages` and `read_clause`.
enum KnowledgeTools {
  static func all(_ knowledge: KnowledgeBase, _ retriever: any Retriever) -> [any Tool] {
    [
      FindPassages(knowledge: knowledge, retriever: retriever),
      ReadClause(knowledge: knowledge),
    ]
  }

  private struct FindPassages: Tool {
    let knowledge: KnowledgeBase
    let retriever: any Retriever
    let name = "find_passages"
    let description = "Finds clauses of the documents that this answer may draw on."

    var inputSchema: JSONValue {
      .members([
        "type": .string("object"), "additionalProperties": .bool(false),
        "required": .strings(["query"]),
        "properties": .members([
          "query": .members([
            "type": .string("string"), "minLength": .integer(1), "maxLength": .integer(400),
          ]),
          "limit": .members([
            "type": .string("integer"), "minimum": .integer(1), "maximum": .integer(10),
          ]),
        ]),
      ])
    }

    func call(_ arguments: JSONValue) async throws -> String {
      let query = arguments["query"]?.string ?? ""
      let limit = arguments["limit"]?.double.flatMap { Int(exactly: $0) } ?? 5
      let passages = try await retriever.passages(
        for: RetrievalQuery(IndexQuery(query)), limit: limit)
      return passages.map { found in
        let passage = knowledge.index.passage(found.number)
        let id = knowledge.index.documentID(passage.document)
        let bytes = knowledge.index.text(document: passage.document, range: passage.range) ?? []
        return "\(id) · \(passage.clause)\n\(String(decoding: bytes, as: UTF8.self))"
      }.joined(separator: "\n\n")
    }
  }

  private struct ReadClause: Tool {
    let knowledge: KnowledgeBase
    let name = "read_clause"
    let description = "Reads one clause of a document, by the document's id and the clause's path."

    var inputSchema: JSONValue {
      .members([
        "type": .string("object"), "additionalProperties": .bool(false),
        "required": .strings(["document", "clause"]),
        "properties": .members([
          "document": .members(["type": .string("string"), "maxLength": .integer(400)]),
          "clause": .members(["type": .string("string"), "maxLength": .integer(400)]),
        ]),
      ])
    }

    func call(_ arguments: JSONValue) async throws -> String {
      let index = knowledge.index
      guard let id = arguments["document"]?.string, let number = index.documentNumber(id: id) else {
        return "error: there is no such document"
      }
      let clause = arguments["clause"]?.string ?? ""
      for passage in index.passages(of: number) where passage.clause == clause {
        let bytes = index.text(document: number, range: passage.range) ?? []
        return String(decoding: bytes, as: UTF8.self)
      }
      return "error: the document has no such clause"
    }
  }
}
