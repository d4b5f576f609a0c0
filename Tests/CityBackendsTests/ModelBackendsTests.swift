import CityNet
import LoopbackServer
import Testing

@testable import CityAgent
@testable import CityBackends

@Suite struct ModelBackendsTests {
  func backends(_ urls: [String], _ tasks: String = "") throws -> ModelBackends {
    let list = urls.enumerated().map {
      #"{"name":"b\#($0)","url":"\#($1)","model":"m\#($0)","retries":0,"profile":"plain"}"#
    }
    let configuration = try ModelConfigurationTests.configuration(
      #"{"backends":[\#(list.joined(separator: ","))]\#(tasks)}"#)
    return ModelBackends(configuration, gate: OpenGate(), client: TransferClient())
  }

  @Test func theNextAnswersWhereOneFailsBeforeItsFirstEvent() async throws {
    let busy = try LoopbackServer.answering { _, connection in
      connection.reply("503 Busy", body: "")
    }
    let page = try LoopbackServer.answering { _, connection in
      connection.reply(type: "text/html", body: "<html>")
    }
    let good = try BackendSample.streaming(ChatReaderTests.text("好") + ChatReaderTests.done)
    let writer = try #require(try backends([busy.url, page.url, good.url]).writer)
    #expect(writer.name == "b0")
    #expect(try await BackendSample.shown(writer, BackendSample.hello) == ["好", ".stop"])
    #expect(busy.requests.count == 1 && page.requests.count == 1)
  }

  @Test func afterTheFirstEventNoOtherModelGoesOn() async throws {
    let cut = try LoopbackServer.answering { _, connection in
      connection.beginChunks()
      connection.chunk(ChatReaderTests.text("一"))
    }
    let good = try BackendSample.streaming(ChatReaderTests.text("好") + ChatReaderTests.done)
    let writer = try #require(try backends([cut.url, good.url]).writer)
    await #expect(throws: BackendError.self) {
      try await BackendSample.shown(writer, BackendSample.hello)
    }
    #expect(good.requests.isEmpty)
  }

  @Test func whereAllFailTheLastFailureIsTold() async throws {
    let busy = try LoopbackServer.answering { _, connection in
      connection.reply("503 Busy", body: "")
    }
    let locked = try LoopbackServer.answering { _, connection in
      connection.reply("401 No", body: "")
    }
    let writer = try #require(try backends([busy.url, locked.url]).writer)
    await #expect {
      try await BackendSample.shown(writer, BackendSample.hello)
    } throws: {
      ($0 as? BackendError)?.backend == "b1" && ($0 as? BackendError)?.code == .unauthorised
    }
  }

  @Test func eachTaskHasItsOwnModels() async throws {
    let server = try LoopbackServer.answering { request, connection in
      connection.reply(
        body: request.line.contains("embeddings")
          ? #"{"data":[{"embedding":[1]}]}"# : #"{"results":[{"index":0,"score":1}]}"#)
    }
    let models = try backends(
      [server.url, "http://127.0.0.1:1"],
      #","writer":["b1"],"embedder":["b1","b0"],"reranker":["b0"]"#)
    #expect(models.writer?.name == "b1")
    #expect(models.router == nil)
    // The first embedder does not listen; the second is tried.
    #expect(try await models.embedder?.embed(["x"]) == [[1]])
    #expect(try await models.reranker?.rank(["x"], for: "q", limit: 1).count == 1)
    #expect(server.requests.map { $0.text.contains(#""model":"m0""#) } == [true, true])
  }

  @Test func withoutTasksEveryBackendWritesAndNoneEmbeds() throws {
    let models = try backends(["http://127.0.0.1:1"])
    #expect(models.writer?.name == "b0")
    #expect(models.router?.name == "b0")
    #expect(models.embedder == nil)
    #expect(models.reranker == nil)
    let none = ModelBackends(ModelConfiguration(), gate: OpenGate())
    #expect(none.writer == nil)
  }
}
