/// What a report may be about, and the words that go on to something else.
enum MatterWords {
  /// Groups of objects: two sentences on two groups are two matters. Order means nothing.
  private static let objects: [String] = [
    "路灯|灯不亮|street light|street lights|streetlight|street lamp|lamp post",
    "垃圾|垃圾桶|厨余|保洁|卫生|臭味|rubbish|garbage|trash|litter|bins",
    "噪音|噪声|太吵|很吵|吵得|吵闹|吵死|音响|唱歌|广场舞|打桩|noise|noisy|loud music|loud",
    "施工|工地|装修|夜间施工|construction|building site|renovation",
    "停车|违停|乱停|占道停放|停车位|车位|停车费|parking|parked|double-parked",
    "道路破损|路面破损|坑洼|大坑|路面|人行道|地砖|盲道|护栏|pothole|potholes|pavement|sidewalk|road surface",
    "井盖|沙井|manhole", "积水|内涝|排水|泔水|雨水井|下水道|污水|堵塞|反水|drain|drains|drainage|sewage|standing water",
    "树木|树枝|绿化|草坪|修剪|花坛|trees|tree|branches|hedge|lawn", "电梯|扶梯|elevator|escalator|lift",
    "物业费|物业公司|物业|业委会|维修基金|property management|management fee",
    "油烟|餐饮|烧烤|cooking fumes|barbecue", "占道经营|摆摊|流动摊贩|小贩|店外经营|street vendors|vendors|hawkers|stalls",
    "小广告|广告牌|招牌|横幅|posters|billboard", "遛狗|狗|犬|流浪狗|流浪猫|狗叫|狗屎|dog|dogs",
    "停水|水压|自来水|供水|水质|water supply|water pressure|tap water", "停电|断电|电压|power cut|power outage",
    "燃气|煤气|天然气|gas supply", "消防通道|消防栓|灭火器|安全出口|fire lane|fire exit|fire hydrant",
    "电动车|电瓶车|飞线|充电|充电桩|e-bike|e-bikes|charging", "共享单车|单车|shared bikes|bike-sharing|bikes|bicycles",
    "违建|违章建筑|加建|搭建|illegal structure|illegal building|illegal extension",
    "公交|公交车|地铁|班次|站台|bus|bus stop|metro|subway", "出租车|网约车|滴滴|taxi|taxis",
    "学校|学位|入学|幼儿园|老师|补课|校园|school|kindergarten", "医院|医保|看病|疫苗|门诊|hospital|clinic|medical insurance",
    "社保|养老金|退休|公积金|失业金|social security|pension", "工资|欠薪|加班费|劳动合同|wages|salary|unpaid",
    "退款|退费|退卡|预付卡|健身房|消费|发票|假货|过期|refund|gym|prepaid|overcharged|expired food|invoice",
    "公园|健身器材|儿童滑梯|座椅|playground|benches|bench|park", "漏水|渗水|墙面|外墙|屋顶|leak|leaking|wall",
    "蚊虫|蚊子|老鼠|蟑螂|白蚁|mosquitoes|mosquito|rats|cockroaches",
    "红绿灯|信号灯|斑马线|交通标线|标志牌|traffic light|traffic lights|zebra crossing|crosswalk",
    "宽带|网络|信号|基站|broadband|internet", "居住证|身份证|户口|落户|护照|residence permit|passport|visa|id card",
    "公租房|房租|租房|押金|中介|public rental|deposit|landlord|rent",
    "营业执照|注册公司|business licence|business license",
    "公厕|厕所|toilet|toilets|restroom", "抛物|高空|falling", "河道|河水|河涌|river",
    "扬尘|灰尘|泥头车|渣土|dust|dump truck",
    "打架|聚众|赌博|麻将|fight|gambling", "被骗|诈骗|推销|骚扰电话|scam|fraud",
  ]

  /// Words behind which something else always comes.
  private static let sure: String =
    "另外反映|另反映|同时反映|顺便反映|顺便说一下|顺便问一下|顺便问|还有一个问题|还有个问题|还有一件事|还有件事|另一个问题|另一件事|另外一件事|另外一个问题|第二件事|再反映一个|第二个问题|还想反映|还要反映|another issue|another problem|another matter|a second issue|second issue|separate issue|on another note|on a separate note|one more thing|second matter"
  /// Words behind which it depends on the object.
  private static let unsure: String =
    "另外|此外|还有|再有|再就是|再者|同时|以及|并且|另|也|also|in addition|besides|additionally|furthermore|secondly|plus|and"

  /// What a list is called that is demands or reasons of one matter, no matters of their own.
  private static let demands: String =
    "诉求|要求如下|请求如下|理由如下|理由|依据|原因如下|证据|经过如下|具体要求|强烈要求|情况如下|my requests|my demands|demands|reasons|evidence|steps"

  static let placeEnds: String =
    "小区|花园|大厦|公寓|广场|新村|雅苑|家园|名苑|豪庭|大道|路口|学校|小学|中学|医院|市场|公园|工业区|村|苑|路|街|城|里|巷|garden|building|plaza|road|street"

  static func add(to table: inout CueTable) {
    for (group, phrases) in objects.enumerated() { table.add(phrases, .object, group) }
    table.add(sure, .connective, 1)
    table.add(unsure, .connective, 0)
    table.add(demands, .demands)
    table.add(placeEnds, .placeEnd)
  }
}
