import CityText

/// The words that a rewrite may add or leave out, and those that it must keep.
///
/// Both lists are short on purpose: what stands in neither is content, which a rewrite may not add.
enum RewriteWords {
  /// Words that join and address, and say nothing of the matter.
  static let joining = """
    的|了|和|与|及|以及|是|为|在|于|也|并|您|您的|你|你的|请|请您|其中|另外|此外|同时|分别|包括|包含|如下|具体|具体为|\
    the|a|an|of|to|and|is|are|be|in|on|at|for|with|you|your|please|as|also|it|this|that|these|here|following
    """

  /// Words that turn, limit or oblige: without one of them a sentence says something else.
  static let binding = """
    不|没|无|未|非|免|勿|莫|别|否|禁|拒|缺|须|需|应|必|可|能|得|准|允|许|仅|只|限|除|外|或|前|后|内|起|止|至|满|超|低于|高于|\
    不足|均|每|各|但|若|如果|则|且|全|都|才|暂|已|以上|以下|之前|之后|凡|任|至少|至多|最多|最少|最低|最高|\
    not|no|nor|never|none|without|unless|except|only|may|can|cannot|must|shall|should|will|would|could|might|need|needs|needed|\
    required|or|if|when|before|after|within|until|from|every|each|all|any|both|either|neither|but|than|more|less|least|most|\
    over|under|above|below|up|maximum|minimum|free|exempt
    """

  /// Words whose letters look like one of the lists: `和` of 和平区 joins nothing.
  static let whole = """
    申请|邀请|聘请|请假|请示|和平|共和|目的|行为|作为|认为|成为|因为|人为|为止|存在|现在|在职|在校|在线|在册|在读|参与|给予|\
    属于|由于|关于|对于|并联|合并|一并|并轨|涉及|普及|及格|是否|总和|与会|亲和|温和|缓和|为了
    """

  /// What a phrase of the lists is.
  enum Role: Sendable { case joining, binding, whole }

  /// All phrases, and what each of them is by its number.
  static let table: (phrases: PhraseTable, roles: [Role]) = {
    var phrases = PhraseTable()
    var roles: [Role] = []
    for (list, role) in [(joining, Role.joining), (binding, .binding), (whole, .whole)] {
      for word in list.split(separator: "|") {
        let number = phrases.insert(Folding.fold(Array(word.utf8))[...])
        if number == roles.count { roles.append(role) }
      }
    }
    return (phrases, roles)
  }()
}
