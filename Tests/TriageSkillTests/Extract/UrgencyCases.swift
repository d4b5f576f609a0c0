@testable import TriageSkill

/// What words mean what urgency: rules of judgement, case by case.
///
/// A case is the words, the level, the first line to call, and a reason; received on 2026-11-25 at 20:00.
enum UrgencyCases {
  struct Case: Sendable, CustomStringConvertible {
    var text: String
    var level: Urgency
    var line: EmergencyLine?
    var reason: String?
    var description: String { text }

    init(_ text: String, _ level: Urgency, _ line: EmergencyLine? = nil, _ reason: String? = nil) {
      self.text = text
      self.level = level
      self.line = line
      self.reason = reason
    }
  }

  static let all: [Case] = fires + gas + dangers + people + ordinary + english + traditional

  private static let fires: [Case] = [
    Case("三楼着火了，浓烟很大", .emergency, .fire, "fire"),
    Case("隔壁起火，快来", .emergency, .fire, "fire"),
    Case("仓库失火了！", .emergency, .fire, "fire"),
    Case("现在小区对面山上烧起来了", .emergency, .fire, "fire"),
    Case("楼道里电动车冒烟", .emergency, .fire, "fire"),
    Case("配电箱有烧焦味，还在冒烟", .emergency, .fire, "fire"),
    Case("厂房刚才爆炸了", .emergency, .fire, "explosion"),
    Case("今天早上去年着过火的那栋楼又着火了", .emergency, .fire, "fire"),
    Case("火还没有扑灭，着火的是五楼", .emergency, .fire, "fire"),
    Case("着火了，有人受伤", .emergency, .fire, "fire"),
    Case("去年小区着火，烧了两家", .normal),
    Case("昨天上午隔壁着火了，墙都熏黑了", .normal),
    Case("今天早上垃圾桶着火，已经扑灭了", .normal),
    Case("垃圾桶着火。消防员来了，火已经扑灭，没有人员伤亡。", .normal),
    Case("担心电动车充电着火", .normal),
    Case("万一着火怎么办", .normal),
    Case("如果发生火灾，消防车进不来", .normal),
    Case("消防通道被占，起火了谁负责", .normal),
    Case("消防通道被占用", .normal),
    Case("希望避免火灾事故", .normal),
    Case("这里没有着火，只是烧烤的烟", .normal),
    Case("建议开展火灾应急演练", .normal),
    Case("火灾自动报警系统坏了", .normal),
    Case("灭火器过期，防火门锁着，存在火灾隐患", .normal),
    Case("这家火锅店生意火爆", .normal),
    Case("一家人吃着火锅唱着歌", .normal),
    Case("火车站出口排队", .normal),
    Case("看着火车开过去", .normal),
    Case("物业态度让人上火，气得冒火", .normal),
    Case("网红店很火，烟火气十足", .normal),
    Case("新闻报道某地火灾", .normal),
    Case("烧烤摊冒烟，熏得人难受", .normal),
    Case("2019年3月5日该楼发生火灾", .normal),
  ]

  private static let gas: [Case] = [
    Case("楼道里有很重的燃气味", .emergency, .fire, "gas"),
    Case("闻到煤气味，担心爆炸", .emergency, .fire, "gas"),
    Case("厨房煤气漏气了", .emergency, .fire, "gas"),
    Case("施工挖断燃气管道，气体喷出来", .emergency, .fire, "gas"),
    Case("天然气泄漏，快来人", .emergency, .fire, "gas"),
    Case("前天就有燃气味，今天更重了", .emergency, .fire, "gas"),
    Case("家里三个人煤气中毒", .emergency, .ambulance, "gas"),
    Case("化工仓库毒气泄漏", .emergency, .fire, "chemical"),
    Case("燃气费怎么涨了", .normal),
    Case("煤气费多少钱一方", .normal),
    Case("燃气公司上门安检的人态度差", .normal),
    Case("燃气改造什么时候到我们小区", .normal),
    Case("个人信息泄露，每天接到推销电话", .normal),
    Case("自行车轮胎漏气", .normal),
    Case("没有闻到燃气味，只是例行咨询", .normal),
    Case("加气站太远", .normal),
  ]

  private static let dangers: [Case] = [
    Case("三个人被困在电梯里", .emergency, .fire, "trapped"),
    Case("电梯困人，按铃没人应", .emergency, .fire, "trapped"),
    Case("暴雨，车在隧道里被困，水在涨", .emergency, .fire, "flooding"),
    Case("地下车库被淹了", .urgent, nil, "flooding"),
    Case("路口水浸，小车熄火", .urgent, nil, "flooding"),
    Case("水管爆裂，水漫到路面", .urgent, nil, "flooding"),
    Case("有人溺水了，在新洲河", .emergency, .ambulance, "drowning"),
    Case("小朋友掉进河里", .emergency, .ambulance, "drowning"),
    Case("开展防溺水宣传", .normal),
    Case("有人触电倒下", .emergency, .ambulance, "electric"),
    Case("路灯杆漏电，摸着麻手", .urgent, nil, "electric"),
    Case("电线断了掉在地上冒火花", .urgent, nil, "electric"),
    Case("孩子接触电影行业", .normal),
    Case("工棚坍塌，有人压在下面", .emergency, .fire, "collapse"),
    Case("围墙摇摇欲坠", .urgent, nil, "collapse"),
    Case("路面塌陷一个大坑", .urgent, nil, "collapse"),
    Case("如果不修，墙迟早会倒塌", .normal),
    Case("井盖不见了，很危险", .urgent, nil, "manhole"),
    Case("有人掉进井里了", .emergency, .fire, "fall"),
    Case("井盖松动，车一过就响", .normal),
    Case("外墙瓷砖脱落，砸到路边的车", .urgent, nil, "falling"),
    Case("砸伤了一个路人", .emergency, .ambulance, "fall"),
    Case("楼上高空抛物", .urgent, nil, "falling"),
    Case("停电了，我爸靠呼吸机", .emergency, .ambulance, "life"),
    Case("整栋楼停电三小时", .normal),
    Case("窗外有个马蜂窝", .urgent, .fire, "animal"),
    Case("被困扰很久，困难群众", .normal),
    Case("被困在合同里进退两难", .normal),
  ]

  private static let people: [Case] = [
    Case("有人持刀砍人", .emergency, .police, "violence"),
    Case("楼下正在打架，打得头破血流", .emergency, .police, "violence"),
    Case("保安打人", .urgent, .police, "violence"),
    Case("上个月被保安殴打，一直没处理", .normal),
    Case("被道德绑架交了赞助费", .normal),
    Case("这价格跟抢劫一样", .normal),
    Case("打死也不去那家店", .normal),
    Case("救命！有人要砍我", .emergency, .police, "violence"),
    Case("医生是我的救命恩人", .normal),
    Case("那是老人的救命钱", .normal),
    Case("女儿要跳楼", .emergency, .police, "self-harm"),
    Case("我不想活了", .emergency, .police, "self-harm"),
    Case("担心她想不开自杀", .emergency, .police, "self-harm"),
    Case("跳楼价大甩卖的喇叭很吵", .normal),
    Case("吵得要命，烦死了，气死我了", .normal),
    Case("孩子走失了", .emergency, .police, "minor"),
    Case("儿子不见了，找了两个小时", .emergency, .police, "minor"),
    Case("昨天下午女儿在公园走丢，至今没找到", .emergency, .police, "minor"),
    Case("孩子走失，已经找到了，谢谢", .normal),
    Case("孩子找不到学位", .normal),
    Case("孩子的书包在公交车上不见了", .normal),
    Case("母亲患老年痴呆，今早走失", .emergency, .police, "elder"),
    Case("孩子被反锁在家里", .emergency, .fire, "minor"),
    Case("老人在楼梯摔倒，站不起来", .urgent, .ambulance, "elder"),
    Case("有人晕倒在地铁口", .emergency, .ambulance, "life"),
    Case("一个男子躺在地上一动不动", .emergency, .ambulance, "life"),
    Case("刚发生车祸，有人流血", .emergency, .traffic, "traffic"),
    Case("路口追尾，两车都走不了", .urgent, .traffic, "traffic"),
    Case("行人被车撞了", .emergency, .traffic, "traffic"),
    Case("这个路口容易发生交通事故，建议装红绿灯", .normal),
    Case("这里交通事故频发", .normal),
    Case("三个月前我在这里出过车祸", .normal),
    Case("护栏被撞坏了", .normal),
    Case("广场发生踩踏", .emergency, .police, "crowd"),
    Case("几百人聚集在门口", .urgent, .police, "crowd"),
    Case("老人聚集打牌", .normal),
    Case("业主拉横幅围堵售楼处", .urgent, .police, "crowd"),
    Case("二十多个学生食物中毒", .urgent, .ambulance, "poisoning"),
    Case("手机中毒了", .normal),
    Case("昨天被狗咬了", .urgent, .ambulance, "animal"),
    Case("上周摔伤骨折，找谁赔偿", .normal),
    Case("表扬消防员，着火时奋不顾身救人，特此感谢", .normal),
  ]

  private static let ordinary: [Case] = [
    Case("", .normal), Case("路灯坏了", .normal), Case("请尽快处理", .normal),
    Case("工地半夜施工，吵死了", .normal), Case("垃圾没人清", .normal),
    Case("这里很危险", .normal), Case("咨询居住证", .normal),
    Case("快递员态度恶劣，简直要命", .normal), Case("防拐宣传进社区", .normal),
    Case("电影院票价太贵", .normal), Case("充电桩收费高", .normal),
    Case("一刀切的管理方式", .normal), Case("小区绿化树木枯死", .normal),
    Case("水压低，洗澡没水", .normal), Case("下沉式广场积灰", .normal),
  ]

  private static let english: [Case] = [
    Case("My kitchen is on fire", .emergency, .fire, "fire"),
    Case("Thick smoke is coming out of the window next door", .emergency, .fire, "fire"),
    Case("I smell gas in the hallway", .emergency, .fire, "gas"),
    Case("There is a gas leak on our street", .emergency, .fire, "gas"),
    Case("We are trapped in the elevator", .emergency, .fire, "trapped"),
    Case("A man with a knife is attacking people", .emergency, .police, "violence"),
    Case("My daughter is missing since noon", .emergency, .police, "minor"),
    Case("My grandmother has been missing since yesterday", .emergency, .police, "elder"),
    Case("He wants to kill himself", .emergency, .police, "self-harm"),
    Case("She is unconscious and not breathing", .emergency, .ambulance, "life"),
    Case("A pedestrian was hit by a car", .emergency, .traffic, "traffic"),
    Case("Traffic accident at the crossing, no one was hurt", .normal),
    Case("The wall collapsed on a worker", .emergency, .fire, "collapse"),
    Case("An open manhole in front of the school", .urgent, nil, "manhole"),
    Case("The basement is flooded", .urgent, nil, "flooding"),
    Case("A live wire hangs over the sidewalk", .urgent, nil, "electric"),
    Case("The fire exit is blocked by boxes", .normal),
    Case("The fire hydrant leaks", .normal),
    Case("Cars park in the fire lane. If there is a fire nobody gets out", .normal),
    Case("I was fired without pay", .normal),
    Case("My gas bill is too high", .normal),
    Case("The gas station is too far", .normal),
    Case("The noise is killing me", .normal),
    Case("Fireworks every night", .normal),
    Case("I am worried that the e-bikes could catch fire", .normal),
    Case("Last year there was a fire in our building", .normal),
    Case("The fire was put out this morning", .normal),
    Case("When is the fire drill?", .normal),
    Case("My data was leaked, a data leak by the agent", .normal),
    Case("People smoking in the corridor", .normal),
    Case("The roof is leaking", .normal),
    Case("I am dying to see the new park", .normal),
    Case("The fire brigade came, the fire is under control", .normal),
  ]

  private static let traditional: [Case] = [
    Case("樓上著火了，濃煙很大", .emergency, .fire, "fire"),
    Case("聞到很重的煤氣味", .emergency, .fire, "gas"),
    Case("電梯困人", .emergency, .fire, "trapped"),
    Case("小孩走失了", .emergency, .police, "minor"),
    Case("井蓋不見了", .urgent, nil, "manhole"),
    Case("擔心會著火", .normal),
    Case("火鍋店油煙", .normal),
  ]
}
