import CityIndex
import CityText
import FoundationEssentials
import Glibc

/// The folders under `skills/`: one skill each, with its `SKILL.md` and, perhaps, `references/`.
public enum SkillFolders {
  /// Names of the folders that hold a `SKILL.md`, in byte order.
  public static func names(in folder: String) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.filter {
      !$0.hasPrefix(".") && FileManager.default.fileExists(atPath: "\(folder)/\($0)/SKILL.md")
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The card of one skill folder.
  public static func card(of name: String, in folder: String) throws(AgentError) -> SkillCard {
    let path = "\(folder)/\(name)/SKILL.md"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AgentError(.badSkill, "cannot be read", path: path)
    }
    do {
      return try SkillCard.read(TextDecoding.decode([UInt8](data)).bytes, path: path)
    } catch let error as AgentError {
      throw error
    } catch {
      throw AgentError(.badSkill, "is no text file", path: path)
    }
  }

  /// The documents of a skill's `references/`, marked with the skill's name.
  static func references(
    of name: String, in folder: String, reader: DocumentReader
  ) throws(IndexError) -> DocumentReader.Reading? {
    let path = "\(folder)/\(name)/references"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var reading = try reader.read(folder: path)
    for i in reading.documents.indices {
      reading.documents[i].id = "skills/\(name)/references/" + reading.documents[i].id
      reading.documents[i].metadata["skill"] = [name]
      reading.documents[i].metadata["kind"] = ["reference"]
    }
    return reading
  }
}
