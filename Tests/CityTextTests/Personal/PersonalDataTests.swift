import CityText
import Testing

struct PersonalDataTests {
  static func found(_ text: String) -> [String] {
    let utf8 = [UInt8](text.utf8)
    return PersonalData.find(in: utf8).map {
      $0.kind.rawValue + " " + String(decoding: utf8[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("电话13800000000。", "phone 13800000000"), ("138 0000 0000", "phone 138 0000 0000"),
    ("138-0000-0000", "phone 138-0000-0000"), ("+86 138 0000 0000", "phone +86 138 0000 0000"),
    ("0086-13800000000", "phone 0086-13800000000"), ("8613800000000", "phone 8613800000000"),
    ("１３８００００００００", "phone １３８００００００００"), ("一三八零零零零零零零零", "phone 一三八零零零零零零零零"),
    ("1 3 8 0 0 0 0 0 0 0 0", "phone 1 3 8 0 0 0 0 0 0 0 0"),
    ("(0755)82000000", "phone (0755)82000000"), ("0755-82000000", "phone 0755-82000000"),
    ("010-62000000", "phone 010-62000000"), ("电话：82000000", "phone 82000000"),
    ("call 8200 0000", "phone 8200 0000"), ("+852 6100 0000", "phone +852 6100 0000"),
    ("我叫张三，13800000000", "name 张三|phone 13800000000"),
    ("440300199001011239", "identity 440300199001011239"),
    ("440300 19900101 1239", "identity 440300 19900101 1239"),
    ("11010519491231002X", "identity 11010519491231002X"),
    ("４４０３００１９９００１０１１２３９", "identity ４４０３００１９９００１０１１２３９"),
    ("440300900101123", "identity 440300900101123"),
    ("卡号6222 0000 0000 0000 009", "card 6222 0000 0000 0000 009"),
    ("4111111111111111", "card 4111111111111111"),
    ("车牌粤B12345", "plate 粤B12345"), ("粤B·D12345违停", "plate 粤B·D12345"),
    ("粤BD12345停在", "plate 粤BD12345"), ("粤B12345F", "plate 粤B12345F"),
    ("粤Z1234港", "plate 粤Z1234港"), ("粤z1234澳", "plate 粤z1234澳"), ("京Ａ１２３４５", "plate 京Ａ１２３４５"),
    ("粵B12345", "plate 粵B12345"),
    ("zhang.san@example.com。", "email zhang.san@example.com"),
    ("邮箱a_b+c@mail.example.org谢谢", "email a_b+c@mail.example.org"),
    ("13800000000@example.com", "email 13800000000@example.com"),
    ("护照E12345678", "passport E12345678"), ("EA1234567", "passport EA1234567"),
    ("G12345678", "passport G12345678"), ("通行证C12345678", "permit C12345678"),
    ("H1234567890", "permit H1234567890"), ("M12345678", "permit M12345678"),
    ("CA1234567", "permit CA1234567"),
    ("A123456(3)", "hong-kong-identity A123456(3)"),
    ("身份證A123456（3）", "hong-kong-identity A123456（3）"),
    ("AB987654(3)", "hong-kong-identity AB987654(3)"),
    ("住红荔路1001号", "address 红荔路1001号"),
    ("家住莲花二村3栋2单元502房", "address 莲花二村3栋2单元502房"),
    ("红荔路1001号莲花二村3栋502有人", "address 红荔路1001号莲花二村3栋502"),
    ("下沙村十二号", "address 下沙村十二号"), ("Room 502, Building 3", "address Room 502"),
    ("at 1001 Hongli Road", "address 1001 Hongli Road"),
    ("张先生", "name 张"), ("请找欧阳女士", "name 欧阳"), ("王小明老师", "name 王小明"), ("和王先生", "name 王"),
    ("联系人：李四 电话", "name 李四"), ("聯繫人：陳大文", "name 陳大文"), ("本人王五，住", "name 王五"),
    ("姓名诸葛明", "name 诸葛明"), ("My name is Li Lei.", "name Li Lei"), ("Mr. Smith", "name Smith"),
    ("Contact: Wang Fang 13800000000", "name Wang Fang|phone 13800000000"),
  ])
  func findsPersonalData(_ text: String, _ wanted: String) {
    #expect(Self.found(text).joined(separator: "|") == wanted)
  }

  @Test(arguments: [
    "拨打110、119、120、122", "12345热线", "客服95588", "10086", "400-800-1234", "4008001234",
    "电话4008001234",
    "800-820-0000", "0755-12345", "2018年11月3日", "2018-11-03 10:20", "20181103", "深民规〔2019〕2号",
    "地铁1号线",
    "3号口", "11月3号", "三室两厅", "100平方米", "GB 47678.5-2026", "1.5公里", "3000-5000元", "共1234567元",
    "本人于昨天", "我是业主", "业主和物业", "老师很好", "一位先生", "新建小区", "云A座", "A1234567", "A123456(4)", "E1234",
    "size12345678", "1号楼电梯", "某某@", "@某人", "name", "my neighbour", "3.1415926",
  ])
  func leavesPublicAndOrdinaryWordsAlone(_ text: String) {
    #expect(Self.found(text) == [])
  }

  @Test(arguments: [
    ("打13800005678", "打138****5678"), ("＋86 138 0000 5678", "86138****5678"),
    ("0755-82005678", "0755****5678"), ("440300199001011239", "4403************39"),
    ("11010519491231002X", "1101************2X"), ("4111111111111111", "************1111"),
    ("粤B12345", "粤B****"), ("zhang@example.com", "z***@example.com"), ("E12345678", "E******78"),
    ("A123456(3)", "A*****63"), ("红荔路1001号3栋502房", "红荔路**号**栋**房"), ("下沙村十二号", "下沙村**号"),
    ("姓名：张三丰。", "姓名：张**。"), ("电话：82005678", "电话：82****78"),
    ("一三八零零零零五六七八", "138****5678"),
  ])
  func masksTheMiddle(_ text: String, _ wanted: String) {
    #expect(String(decoding: PersonalData.masked([UInt8](text.utf8)), as: UTF8.self) == wanted)
  }

  @Test func aPhoneIsNotSwallowedByTheNumbersBeforeIt() {
    let text = [UInt8]("1345 138 0013 8000".utf8)
    let found = PersonalData.find(in: text)
    #expect(found.contains { $0.range.lowerBound <= 5 && $0.range.upperBound == text.count })
  }
}
