/// Words of help.
extension Phrase {
  static let helpUsage = Phrase("用法", "Usage")
  static let helpCommands = Phrase("命令", "Commands")
  static let helpOptions = Phrase("选项", "Options")
  static let helpMore = Phrase(
    "city-agent help 命令 显示一个命令的选项。",
    "city-agent help COMMAND shows the options of one command.")
  static let helpAbout = Phrase(
    "回答市民的问题，只说文件能证明的话。",
    "Answers citizens' questions, and says only what documents prove.")
}
