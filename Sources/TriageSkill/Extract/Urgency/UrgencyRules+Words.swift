extension UrgencyRules {
  /// Words that stand with a trigger.
  private static let companions: [(UrgencyRule.Companion, String)] = [
    (
      .child,
      "孩子|小孩|儿子|女儿|小朋友|宝宝|儿童|男孩|女孩|男童|女童|幼儿|孙子|孙女|婴儿|初中生|小学生|child|children|kid|kids|son|daughter|boy|girl|toddler|baby"
    ),
    (
      .elder,
      "老人|老人家|老太太|老奶奶|老爷爷|老伯|老伴|母亲|父亲|妈妈|爸爸|奶奶|爷爷|外婆|外公|老年痴呆|阿尔茨海默|elderly|old man|old lady|old woman|grandmother|grandfather|grandma|grandpa|mother|father"
    ),
    (
      .person,
      "有人|男子|女子|骑车的人|一个人|路人|行人|邻居|工人|同事|someone|a man|a woman|a person|people|neighbour|worker"
    ),
    (
      .injury,
      "受伤|伤者|流血|流了很多血|流了好多血|很多血|满脸是血|骨折|头破血流|昏迷|晕倒|昏倒|头晕|叫不醒|不能动|injured|bleeding|hurt|unconscious|passed out|fainted|dizzy|injuries"
    ),
    (.water, "积水|水里|水中|洪水|水淹|被淹|暴雨|涵洞|隧道|地下车库|下沉|flood|flooded|flooding|water|underpass|tunnel"),
    (.gas, "燃气|煤气|天然气|液化气|煤气罐|煤气瓶|燃气管|煤气管|灶|gas|gas pipe|gas cylinder"),
    (
      .trapPlace,
      "电梯|轿厢|货梯|车里|车内|屋里|房间里|楼里|井里|坑里|废墟|厕所里|elevator|lift|in the car|inside the"
    ),
    (
      .electric,
      "电箱|配电|电表|电线|插座|电动车|电瓶|充电|变压器|机房|空调外机|汽车|轿车|货车|电缆|窗户|楼道里|楼上住户|仓库|垃圾桶|electric box|meter|wire|socket|e-bike|scooter|charging|transformer|window|car|outlet"
    ),
    (.crowdSize, "几百人|上百人|数百人|几十人|数十人|百余人|上千人|几千人|大批人|大量人|人山人海|hundreds of|thousands of|dozens of"),
    (.ground, "随时会塌|哪天就塌|越来越大|越来越严重|不断扩大|快塌|危房|承重墙|边坡|挡土墙|getting wider|getting worse"),
    (.kitchen, "油烟|烟囱|烧烤|餐馆|餐饮|厨房|排烟|烧烤店|饭店|夜宵|排放|喷漆|kitchen|chimney|barbecue|restaurant"),
    (.breathing, "呼吸机|制氧机|氧气机|透析|ventilator|oxygen machine|oxygen concentrator|dialysis"),
  ]

  private static let cancels: [(UrgencyCancel, String)] = [
    (
      .past,
      "以前|曾经|曾|之前|当年|当时|期间|那次|那天|后来|事后|当晚|那年|几年前|多年前|前几年|前段时间|前几天|前不久|上次|历史上|过去|早年|previously|years ago|months ago|weeks ago|in the past|last time|used to|back then|some time ago"
    ),
    (
      .over,
      "扑灭|已灭|灭了火|火灭了|已救出|被救出|救出来了|已送医|送医|送到医院|送往医院|送去医院|已找到|找到了|找回来了|已经找到|得到控制|抢修完|已修复|已处理|处理完|已排除|已经排除|及时处置|化险为夷|虚惊一场|没有人员伤亡|无人员伤亡|没有造成人员|无人受伤|put out|extinguished|was rescued|were rescued|was found|has been found|taken to hospital|under control|no one was hurt|nobody was hurt|has been fixed|was fixed|false alarm"
    ),
    (
      .unreal,
      "担心|怕|害怕|生怕|万一|如果|一旦|假如|要是|倘若|会不会|可能|或许|容易|极易|易发|防止|以免|避免|预防|杜绝|防范|防|迟早|早晚|说不定|难道要|一定要等|非要等|非得|要等|等到|等发生|别让|千万别|甚至|随时|试想|致使发生|足以|有没有可能|希望|是否|有没有|能不能|不会|若|谨防|严防|避免发生|减少|降低|worried|worry|afraid|fear|might|could|may|if|in case|prevent|avoid|hope|would|potential|risk of|before someone|sooner or later|waiting for"
    ),
    (
      .unrealBehind,
      "隐患|风险|的可能|的危险|谁负责|谁来负责|谁承担|就晚了|频发|多发|经常发生|时有发生|频繁发生|高发|风险大|怎么得了|不堪设想|可能性|案例|安全隐患|大隐患|猛于虎|防不胜防|无处逃生|risk|hazard|who is responsible|waiting to happen"
    ),
    (
      .drill,
      "演练|演习|培训|宣传|讲座|知识|预案|教育|课程|保险|自救|科普|drill|training|lecture|insurance|awareness|seminar"
    ),
    (
      .negation, "没有|没|无|未|并未|并非|不是|没有发生|没有人|没人|没发生|未发生|no|not|without|never|isn't|wasn't|no longer"
    ),
    (.hearsay, "现实中|全国各地|各地|新闻|看到报道|电影|电视剧|小说|报道|游戏里|in the news|a movie|news report|in a film"),
  ]

  private static let now: String =
    "现在|正在|此刻|目前|刚刚|刚才|刚|又|还在|仍在|马上|快点|赶紧|立即|right now|now|currently|just now|at this moment|still|just"

  /// Phrases that hold the words of a rule and mean something else.
  private static let nothing: String =
    "信息大爆炸|大爆炸的时代|爆炸场|塌方式|强奸民意|救命路|救命消防|救命通道|救命的钱|救命保命|拦路抢劫|和抢劫|想死的噪|三上吊|一哭二闹|有关在|相关在|无关在|水深火热|蜂窝煤|受伤害|受伤的心|咬人的狗|乱咬人|入户门打架|势力打架|绑架家长|绑架百姓|绑架业主|绑架民意|下沉式|下沉广场|下沉到|力量下沉|资源下沉|火锅|着火锅|著火鍋|起火锅|大火锅|火车|着火车|起火车|火车站|火爆|起火爆|火热|红火|生意火|火气|上火|恼火|发火|冒火|气得冒火|起火点|着火点|烟火气|烟火|烽火|火炬|火腿|起火腿|防火|防火门|防火墙|灭火|灭火器|灭火器材|消防火灾|火灾自动报警|火灾报警器|火灾报警系统|火灾隐患|火灾逃生|火灾应急|起火隐患|火灾风险|火灾事故调查|引起火灾|引发火灾|发生火灾时|造成火灾|易起火|易着火|会着火|会起火|火警电话|火警119|煤气费|燃气费|燃气表|燃气公司|燃气改造|煤气表|燃气价格|天然气价格|煤气站|加气站|燃气安检|触电影|接触电|接触电影|接触电话|救命恩人|救命钱|救命药|救命稻草|救命费|打死也不|打死我也|打死都|打人情|打架势|保持刀|道德绑架|绑架一样|绑架了一样|捆绑|抢劫一样|简直是抢劫|简直抢劫|像抢劫|跟抢劫|等于抢劫|变相抢劫|杀人诛心|杀人游戏|剧本杀|信息爆炸|爆炸性|爆炸头|爆炸式|知识爆炸|人口爆炸|爆炸声|爆炸鸡|爆炸糖|跳楼价|跳楼机|跳楼甩卖|跳楼大甩卖|累得想死|热得想死|吵得想死|想死你|想死的心都有|气死|累死|烦死|吵死|热死|笑死|冷死|饿死|渴死|死活|要命|吵得要命|被困扰|受困扰|困扰|困难|防溺水|预防溺水|防踩踏|防拐|防触电|漏气的球|轮胎漏气|被撞坏|被撞断|被撞歪|护栏被撞|花坛被撞|栏杆被撞|路灯被撞|信息泄露|信息泄漏|隐私泄露|泄露个人|泄露隐私|资料泄露|泄露信息|学生卡丢了|会倒塌|会塌|会砸伤|会砸到人|会触电|会爆炸|会掉下来砸|会出人命|要出人命|迟早出人命|闹出人命|出人命|on fire on social|fire hydrant|fire hydrants|fire lane|fire lanes|fire exit|fire exits|fire escape|fire station|fire department|fire truck|fire engine|fire extinguisher|fire extinguishers|fire drill|fire alarm|fire door|fire doors|fire safety|fire hazard|fire risk|fireworks|fired|gas station|gas bill|gas bills|gas price|gas prices|gas fee|gas company|gas meter|data leak|information leak|leak my|leaked my|leaking my|water leak|water leaking|leaking water|roof is leaking|leaking roof|leaking pipe|pipe is leaking|dying to|to die for|killing me|noise is killing|fall in love|child's play|lost property|no smoking|smoking area|stop smoking|people smoking|smoking in"

  private static let danger: String =
    "危险|危害|安全隐患|出人命|会出人命|要出人命|迟早出人命|闹出人命|不安全|刺鼻|异味|怪味|出事|dangerous|unsafe|hazard|strange smell|accident"

  static func add(to table: inout CueTable) {
    for (number, rule) in all.enumerated() { table.add(rule.triggers, .trigger, number) }
    for (group, words) in companions { table.add(words, .with, group.rawValue) }
    for (cancel, words) in cancels { table.add(words, .cancel, Int(cancel.rawValue)) }
    table.add(now, .now)
    table.add(nothing, .nothing)
    table.add(danger, .danger)
  }
}
