import CityText
import Testing

@Suite("English stems")
struct EnglishStemmerTests {
  @Test(
    "A word has the stem of the Porter2 vocabulary",
    arguments: [
      ("consist", "consist"), ("consisted", "consist"), ("consistency", "consist"),
      ("consistent", "consist"), ("consistently", "consist"), ("consisting", "consist"),
      ("consolation", "consol"), ("conspicuously", "conspicu"), ("constables", "constabl"),
      ("knack", "knack"), ("knaves", "knave"), ("kneeling", "kneel"), ("knightly", "knight"),
      ("knitted", "knit"), ("knives", "knive"), ("knocked", "knock"), ("knotty", "knotti"),
      ("running", "run"), ("applications", "applic"), ("application", "applic"),
      ("applied", "appli"),
      ("permits", "permit"), ("translated", "translat"), ("translation", "translat"),
      ("registered", "regist"), ("registration", "registr"), ("marriage", "marriag"),
      ("generate", "generat"), ("generously", "generous"), ("communication", "communic"),
      ("skies", "sky"), ("dying", "die"), ("news", "news"), ("gently", "gentl"), ("hopping", "hop"),
      ("hoping", "hope"), ("happy", "happi"), ("cry", "cri"), ("by", "by"), ("say", "say"),
      ("ties", "tie"), ("gas", "gas"), ("gaps", "gap"), ("caresses", "caress"),
      ("relational", "relat"),
      ("exceed", "exceed"), ("proceeding", "proceed"), ("agreed", "agre"), ("feed", "feed"),
      ("youth", "youth"), ("a", "a"),
    ])
  func aWordHasItsStem(_ word: String, _ stem: String) {
    #expect(String(decoding: EnglishStemmer.stem(Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test func wordsOfOtherLettersStay() {
    let word = Array("naïves".utf8)
    #expect(EnglishStemmer.stem(word) == word)
  }
}
