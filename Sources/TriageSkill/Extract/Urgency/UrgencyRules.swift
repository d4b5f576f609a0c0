/// The urgency table: the first rows name the line that is called first.
///
/// Rules of judgement, no published list: each case of them is tested one by one. Phrases are simplified; folding brings
/// traditional characters to them.
enum UrgencyRules {
  static let all: [UrgencyRule] =
    violence + fire + water + structure + traffic + life + people + hazards

  private static let violence: [UrgencyRule] = [
    UrgencyRule(
      reason: "self-harm", level: .emergency, lines: [.police, .ambulance], lasting: 168,
      triggers:
        "自杀|轻生|跳楼|跳桥|要跳下|割腕|不想活|想死|活不下去|寻短见|服毒|喝农药|上吊|站在楼顶|坐在楼顶|天台边|kill myself|killing myself|kill himself|kill herself|suicide|suicidal|want to die|end my life|jump off|jump from the roof|on the ledge",
      countsWhenFeared: true),
    UrgencyRule(
      reason: "violence", level: .emergency, lines: [.police, .ambulance], lasting: 12,
      triggers:
        "持刀|拿刀|拿着刀|提刀|砍人|砍伤|捅人|捅伤|捅了|杀人|要杀|要砍|行凶|劫持|绑架|抢劫|强奸|性侵|猥亵|群殴|殴打|往死里打|家暴|打我老婆|stabbed|stabbing|with a knife|with a gun|gunshot|robbed|robbery|being beaten|beating his|beating her|beating up|kidnapped|assaulted|raped|domestic violence"
    ),
    UrgencyRule(
      reason: "violence", level: .emergency, lines: [.police], lasting: 12,
      triggers: "打起来了|正在打架|正在打人|在打架|在打人|打得很凶|fighting now|a fight broke out|are fighting"),
    UrgencyRule(
      reason: "violence", level: .urgent, lines: [.police], lasting: 48,
      triggers:
        "打人|打架|斗殴|动手打|威胁要打|人身威胁|恐吓|跟踪我|尾随|threatened to|threatening me|stalking|虐待儿童|虐待孩子|虐童|child abuse"
    ),
    UrgencyRule(
      reason: "crowd", level: .emergency, lines: [.police, .ambulance], lasting: 6,
      triggers: "踩踏事|发生踩踏|踩踏了|被踩踏|挤倒|挤压受伤|stampede|crowd crush|being crushed"),
    UrgencyRule(
      reason: "crowd", level: .urgent, lines: [.police], lasting: 24,
      triggers: "聚众闹|聚众堵|聚众打|围堵|拉横幅|集体讨薪|堵住大门|angry crowd|a mob|blocking the gate"),
    UrgencyRule(
      reason: "crowd", level: .urgent, lines: [.police], lasting: 24,
      triggers: "聚集|挤满|拥挤|人挤人|gathered|gathering|crowded", companions: [.crowdSize]),
  ]

  private static let fire: [UrgencyRule] = [
    UrgencyRule(
      reason: "explosion", level: .emergency, lines: [.fire, .ambulance], lasting: 24,
      triggers: "爆炸|爆燃|炸开了|电瓶炸了|explosion|exploded"),
    UrgencyRule(
      reason: "fire", level: .emergency, lines: [.fire], lasting: 12,
      triggers:
        "着火|著火|起火|失火|火灾|火警|着起火|烧起来|烧着了|火势|火光|大火|重大火灾|特大火灾|引燃|on fire|caught fire|catching fire|fire broke out|there is a fire|there's a fire|house fire|big fire|fire in|flames|smoke is coming|smoke coming"
    ),
    UrgencyRule(
      reason: "fire", level: .emergency, lines: [.fire], lasting: 12,
      triggers: "浓烟|黑烟|thick smoke|heavy smoke|black smoke", unless: [.kitchen]),
    UrgencyRule(
      reason: "fire", level: .emergency, lines: [.fire], lasting: 12,
      triggers: "冒烟|烧焦味|焦糊味|烧糊|smoking|burning smell|smell of burning",
      companions: [.electric]),
    UrgencyRule(
      reason: "gas", level: .emergency, lines: [.fire], lasting: 72,
      triggers:
        "燃气味|煤气味|天然气味|瓦斯味|液化气味|煤气的味|燃气的味|燃气泄漏|煤气泄漏|天然气泄漏|液化气泄漏|燃气泄露|煤气泄露|天然气泄露|漏煤气|漏燃气|煤气漏|燃气漏|挖断燃气|挖破燃气|挖断煤气|燃气管破|燃气管道破裂|燃气管被挖|gas leak|gas leaks|smell gas|smelled gas|smelling gas|smell of gas|smells of gas|smells like gas|gas smell|leaking gas|gas is leaking"
    ),
    UrgencyRule(
      reason: "gas", level: .emergency, lines: [.fire], lasting: 72,
      triggers: "漏气|泄漏|泄露|leaking|leak", companions: [.gas], reach: 18),
    UrgencyRule(
      reason: "gas", level: .emergency, lines: [.ambulance, .fire], lasting: 12,
      triggers: "煤气中毒|燃气中毒|一氧化碳中毒|carbon monoxide"),
    UrgencyRule(
      reason: "chemical", level: .emergency, lines: [.fire, .ambulance], lasting: 24,
      triggers: "毒气泄|有毒气体|化学品泄漏|化学品泄露|危化品泄漏|氯气泄漏|chemical leak|chemical spill|toxic fumes"),
  ]

  private static let water: [UrgencyRule] = [
    UrgencyRule(
      reason: "trapped", level: .emergency, lines: [.fire], lasting: 6,
      triggers: "被困|困在|困住|困人|关在|trapped|stuck", companions: [.trapPlace]),
    UrgencyRule(
      reason: "flooding", level: .emergency, lines: [.fire, .police], lasting: 12,
      triggers: "被困|困在|困住|出不来|trapped|stranded|被水冲走|冲走了", companions: [.water]),
    UrgencyRule(
      reason: "drowning", level: .emergency, lines: [.ambulance, .fire], lasting: 12,
      triggers:
        "溺水|落水|掉进河|掉进湖|掉进水|掉到河|掉到水|跳河|跳进河|drowning|drowned|fell into the river|fell into the lake|fell into the water"
    ),
    UrgencyRule(
      reason: "flooding", level: .urgent, lines: [], lasting: 48,
      triggers:
        "水浸|内涝|被淹|水淹|淹了|淹水|倒灌|积水很深|积水严重|积水过膝|水漫|山洪|洪水来|水深及|爆水管|水管爆|管道爆裂|爆管|flooded|flooding|flood water|knee deep|knee-deep|water main burst|burst pipe|pipe burst|burst water"
    ),
  ]

  private static let structure: [UrgencyRule] = [
    UrgencyRule(
      reason: "electric", level: .emergency, lines: [.ambulance, .fire], lasting: 12,
      triggers: "触电|电到人|被电到|被电击|被电了|电倒|electrocuted|electric shock|got shocked|was shocked"),
    UrgencyRule(
      reason: "collapse", level: .emergency, lines: [.fire, .ambulance], lasting: 24,
      triggers:
        "倒塌|坍塌|垮塌|塌方|楼塌|墙塌|塌了|压住人|压在下面|埋在下面|collapsed|has collapsed|collapse of|buried under"),
    UrgencyRule(
      reason: "fall", level: .emergency, lines: [.fire, .ambulance], lasting: 12,
      triggers:
        "掉进井|掉下井|跌进井|掉入井|掉进下水道|掉进坑|坠井|坠楼|掉下楼|从楼上掉下来|fell into the manhole|fell into a manhole|fell from the"
    ),
    UrgencyRule(
      reason: "fall", level: .emergency, lines: [.ambulance, .police], lasting: 12,
      triggers: "砸到人|砸中人|砸伤|砸中了|砸到头|struck by falling|hit on the head"),
  ]

  private static let traffic: [UrgencyRule] = [
    UrgencyRule(
      reason: "traffic", level: .emergency, lines: [.traffic, .ambulance], lasting: 6,
      triggers:
        "撞人|撞到人|撞了人|被车撞|被小车撞|被货车撞|被汽车撞|被电动车撞|被摩托车撞|被公交车撞|被泥头车撞|被撞|撞伤|撞倒|撞飞|被车碾|碾压到人|连环相撞|翻车|hit by a car|hit by a truck|hit by a bus|hit by an e-bike|ran over|run over|overturned"
    ),
    UrgencyRule(
      reason: "traffic", level: .urgent, lines: [.traffic], lasting: 6,
      triggers:
        "车祸|交通事故|追尾|肇事|两车相撞|撞车|car accident|car crash|traffic accident|hit and run|collision",
      levelWithInjury: .emergency),
  ]

  private static let life: [UrgencyRule] = [
    UrgencyRule(
      reason: "life", level: .emergency, lines: [.ambulance], lasting: 6,
      triggers:
        "昏迷|晕倒|昏倒|没有呼吸|没呼吸|停止呼吸|心脏骤停|心脏病发|心梗|抽搐|口吐白沫|大出血|血流不止|不省人事|叫不醒|失去意识|生命垂危|有生命危险|中暑倒|unconscious|not breathing|stopped breathing|heart attack|having a seizure|passed out|fainted|bleeding heavily|life is in danger|lives are in danger"
    ),
    UrgencyRule(
      reason: "life", level: .emergency, lines: [.ambulance], lasting: 6,
      triggers: "倒在地上|躺在地上|倒在路边|躺在路边|一动不动|lying on the ground|lying on the road|not moving",
      companions: [.person, .elder, .child]),
    UrgencyRule(
      reason: "life", level: .emergency, lines: [.police, .ambulance], lasting: 6,
      triggers: "救命|快来救|快救人|help us now|save us"),
    UrgencyRule(
      reason: "life", level: .emergency, lines: [.ambulance], lasting: 12,
      triggers: "停电|断电|没电|power cut|power outage|no power|power is out", companions: [.breathing]),
    UrgencyRule(
      reason: "poisoning", level: .urgent, lines: [.ambulance], lasting: 24,
      triggers: "食物中毒|集体中毒|上吐下泻|集体呕吐|food poisoning"),
    UrgencyRule(
      reason: "injury", level: .urgent, lines: [.ambulance], lasting: 24,
      triggers: "流血|骨折|头破血流|受了伤|受伤|bleeding|injured|broken leg|broken arm|badly hurt"),
  ]

  private static let people: [UrgencyRule] = [
    UrgencyRule(
      reason: "minor", level: .emergency, lines: [.police], lasting: 336,
      triggers:
        "走失|走丢|失踪|失联|被拐|拐走|went missing|gone missing|missing since|has been missing|is missing|is lost",
      companions: [.child]),
    UrgencyRule(
      reason: "minor", level: .emergency, lines: [.police], lasting: 336,
      triggers: "不见了|找不到了|丢了|disappeared|cannot find|can't find", companions: [.child],
      reach: 9),
    UrgencyRule(
      reason: "minor", level: .emergency, lines: [.fire, .police], lasting: 6,
      triggers:
        "反锁|锁在车里|锁在家|关在车里|爬到窗外|爬上窗|爬出窗|挂在窗|悬在|卡在|locked inside|locked in|hanging from|stuck in",
      companions: [.child]),
    UrgencyRule(
      reason: "elder", level: .emergency, lines: [.police], lasting: 336,
      triggers:
        "走失|走丢|失踪|失联|不见了|找不到了|没回家|went missing|gone missing|missing since|has been missing|is missing|is lost|has not come home",
      companions: [.elder]),
    UrgencyRule(
      reason: "elder", level: .urgent, lines: [.ambulance], lasting: 24,
      triggers: "摔倒|摔伤|跌倒|摔了|没人照顾|敲门没人应|联系不上|独居|fell down|slipped|no answer",
      companions: [.elder], reach: 30),
  ]

  private static let hazards: [UrgencyRule] = [
    UrgencyRule(
      reason: "electric", level: .urgent, lines: [], lasting: 720,
      triggers:
        "漏电|电线掉|电线垂|电线断|电线裸露|裸露的电线|电缆裸露|裸露电缆|线头裸露|电线外露|高压线断|麻手|冒火花|打火花|火花|live wire|exposed wire|exposed wires|exposed cable|exposed cables|downed power line|sparking|sparks|bare wire|bare wires"
    ),
    UrgencyRule(
      reason: "collapse", level: .urgent, lines: [], lasting: 720,
      triggers:
        "塌陷|地陷|下陷|要塌|快塌|快要倒|摇摇欲坠|墙体倾斜|围墙倾斜|树倒|大树倒|断树|滑坡|sinkhole|road caved in|caved in|about to fall|about to collapse|leaning wall|fallen tree|tree fell|tree has fallen|landslide"
    ),
    UrgencyRule(
      reason: "collapse", level: .urgent, lines: [], lasting: 720,
      triggers: "下沉|倾斜|开裂|裂缝|is sinking|is leaning|cracks", companions: [.ground]),
    UrgencyRule(
      reason: "falling", level: .urgent, lines: [], lasting: 720,
      triggers:
        "高空抛物|高空坠物|外墙脱落|瓷砖脱落|墙砖脱落|墙皮脱落|外墙砖掉|瓷砖掉|玻璃掉|玻璃脱落|玻璃松动|广告牌松动|广告牌掉|广告牌快|招牌松动|招牌快|要掉下来|快掉下来|随时掉下来|随时会掉|掉下来砸|falling tiles|tiles are falling|tiles falling|falling glass|falling objects|falling debris|thrown from|loose sign|sign is loose|billboard is loose"
    ),
    UrgencyRule(
      reason: "manhole", level: .urgent, lines: [], lasting: 720,
      triggers:
        "井盖缺失|井盖不见|井盖没了|没有井盖|没井盖|缺井盖|井盖丢|井盖被偷|井盖被盗|偷井盖|撬井盖|井盖打开|井盖破|井盖碎|井盖断|井盖塌|井口敞开|敞开的井|manhole cover is missing|missing manhole|open manhole|manhole is open|manhole has no cover|no manhole cover|broken manhole|manhole cover is broken|uncovered manhole"
    ),
    UrgencyRule(
      reason: "animal", level: .urgent, lines: [.fire], lasting: 72,
      triggers: "马蜂窝|黄蜂窝|胡蜂窝|毒蛇|一条蛇|有蛇|wasp nest|hornet|snake"),
    UrgencyRule(
      reason: "animal", level: .urgent, lines: [.ambulance], lasting: 24,
      triggers: "狗咬|被咬|咬伤|咬人|dog bit|bitten by"),
  ]
}
