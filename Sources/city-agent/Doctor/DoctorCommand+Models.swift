import CityAgentKit
import CityBackends
import CityNet
import FoundationEssentials
import Glibc

extension DoctorCommand {
  /// What may be sent, what models would be told, and the record of it; nothing is sent here.
  static func models(_ installation: Installation, into report: inout DoctorReport) {
    var isChosen = false
    do throws(CommandFailure) {
      let configuration =
        try installation.models.configured?.read(needsKeys: false) ?? ModelConfiguration()
      let chosen = configuration.chosen
      isChosen = !chosen.isEmpty
      if !isChosen { report.add("models", .good, Phrase.doctorOffline.text()) }
      for endpoint in chosen {
        let text = Phrase.doctorModel.text(
          endpoint.name, endpoint.model, endpoint.address.authority)
        if let variable = endpoint.keyVariable, !endpoint.hasKey {
          report.add("models", .bad, text + " " + Phrase.doctorNoKey.text(variable))
        } else {
          report.add("models", .good, text)
        }
      }
    } catch {
      report.add("models", .bad, error.message)
    }
    prompts(installation, isChosen: isChosen, into: &report)
    audit(installation.auditPath, into: &report)
  }

  private static func prompts(
    _ installation: Installation, isChosen: Bool, into report: inout DoctorReport
  ) {
    // Without a model nobody reads them, and an installation may do without.
    guard isChosen || installation.promptsFolder.map(FilePath.exists) == true else { return }
    do {
      let prompts = try installation.prompts()
      report.add(
        "prompts", .good, Phrase.doctorPrompts.text("\(prompts.prompts.count)", prompts.path))
    } catch {
      report.add("prompts", isChosen ? .bad : .warning, CommandFailure(error).message)
    }
  }

  private static func audit(_ path: String, into report: inout DoctorReport) {
    guard FilePath.exists(path) else {
      let isPossible = access(nearestFolder(of: path), W_OK | X_OK) == 0
      report.add(
        "audit", isPossible ? .good : .bad,
        (isPossible ? Phrase.doctorAuditNone : Phrase.doctorAuditBad).text(path))
      return
    }
    guard !FilePath.isFolder(path), access(path, W_OK) == 0 else {
      report.add("audit", .bad, Phrase.doctorAuditBad.text(path))
      return
    }
    do {
      let check = try EgressAuditCheck(path: path)
      if let fault = check.fault { throw fault }
      report.add("audit", .good, Phrase.doctorAudit.text(path, "\(check.lines)"))
    } catch {
      report.add("audit", .bad, CommandFailure(error).message)
    }
  }

  /// The folder above a file that is there.
  private static func nearestFolder(of path: String) -> String {
    var folder = path
    while !FilePath.exists(folder) || folder == path {
      guard let slash = folder.lastIndex(of: "/") else { return "." }
      folder = String(folder[..<slash])
      if folder.isEmpty { return "/" }
    }
    return folder
  }
}
