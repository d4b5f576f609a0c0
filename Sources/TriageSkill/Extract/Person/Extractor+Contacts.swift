import CityText

extension Extractor {
  /// Who can be reached how: what came with the report, then personal data of its words; all masked.
  func contacts(_ reading: ReportReading) -> [Finding<Contact>] {
    var contacts: [Finding<Contact>] = []
    for (kind, field, value) in [
      (Contact.Kind.phone, "phone", reading.report.phone),
      (.email, "email", reading.report.email),
    ] {
      guard let value, !value.isEmpty else { continue }
      contacts.append(
        Finding(
          Contact(kind, masked: Self.masked(value, kind)), by: FindingOrigin(.sender, field)))
    }
    for data in PersonalData.find(in: reading.text) {
      guard contacts.count < 32, let kind = Self.contactKind(of: data.kind) else { continue }
      contacts.append(
        Finding(
          Contact(kind, masked: data.mask(of: reading.text)),
          by: Self.rule("contact.\(data.kind.rawValue)"), evidence: [data.range]))
    }
    return contacts
  }

  /// A field of the sender's is masked even where it looks like nothing known.
  private static func masked(_ value: String, _ kind: Contact.Kind) -> String {
    let utf8 = Array(value.utf8)
    let type: PersonalData.Kind = kind == .phone ? .phone : .email
    return PersonalData(type, range: 0..<utf8.count).mask(of: utf8)
  }

  /// Plates, cards and addresses are no way to a person; they are masked, but no contact.
  private static func contactKind(of kind: PersonalData.Kind) -> Contact.Kind? {
    switch kind {
    case .phone: .phone
    case .email: .email
    case .identity, .passport, .permit, .hongKongIdentity: .identity
    case .name: .name
    case .card, .plate, .address: nil
    }
  }
}
