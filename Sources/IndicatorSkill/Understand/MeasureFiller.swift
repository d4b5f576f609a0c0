extension MeasureCue {
  /// Words that say nothing of what is asked: politeness, particles, who speaks. A `_` stands for a space.
  ///
  /// What stands in no table at all counts as unexplained, and a question with an unexplained word is not answered: so
  /// a word belongs here only if leaving it out never changes the figure that is meant.
  static let fillerPhrases: [String] = words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map
  {
    String($0.map { $0 == "_" ? " " : $0 })
  }

  private static let words = """
    请问 请 问 一下 你好 您好 我想知道 我想问 想知道 想问 想了解 了解 告诉我 告诉 帮我 查 查询
    查一下 看看 看 的 了 吗 呢 啊 呀 吧 嘛 么 是 为 达 达到 有 在 中 里 里面 对 与 和 跟 比 较
    相比 以 按 从 到 于 怎样 怎么样 怎么 如何 什么 现在 目前 当前 最新 最近 我们 咱们 我 本 个
    百分之 经济 左右 大概 究竟 到底 累计 当期 全年 同 年 月 季度 期间 时期 其中 方面 指标 公布
    发布 统计 数 率 额 值 该 这 那 还是 或 或者 多 少 高 低 第 名 位 几 每 各 都 分别 才 就 能
    不能 会 可以 需要 要 了多少 按年末常住人口 年末常住人口计算 全部 总共 一共 只 去 上 下 给
    做 对吗 吗？ 据 速度 百分点 个百分点 时候 一季 咋样 咋个 咋 啥 啥样 有没有 是不是 有无 是否
    如下 以及 还有 另外 再 也 又 已 已经 具体 准确 官方 公报 口径 数字 报告 写 用 领导 老师
    麻烦 劳驾 谢谢 多谢 急 在线等 帮 帮忙 给我 给个 报一下 说一下 说说 讲讲 介绍 列出 列一下
    列举 列 算一下 算算 算 计算 求 测算 核对 核实 确认 知道 清楚 大约 约 差不多 之间 部分 整体
    总体 合计 加起来 表现 状况 形势 运行 没 没有 呗 哈 哦 噢 哟 嗯 咯 来着 来看 来说 看来 而言
    其 它 大家 本市 本区 我市 我区 全市 全区 国内 我国 单位 目前为止 为止 刚 刚刚 刚才 一期
    上一期 本期 公开 以内 内 之前 之后 至 起 止 底 份 度 成 块 类 种 家 座 所有 主要 重点 对应
    对比 比较 比起 相对 相对于 较之 情形 好不好 点 个点 几个 条 分行业 分产业 按行业 按产业
    里头 当中 那么 这么 怎 情况如何 情况怎样 有多少 是几 呈现 历史 价格因素 考虑 不 力 有多高 当年 出现 出现在
    the a an of in for to is was were are be did does do has have had been by at on and or with
    from as than compared versus vs how what many much when please tell me show give i want
    know about latest current now its it that there s during far so our we can will would you
    year month quarter economy economic per_cent percent rate total per annual all among whole
    china's data could any some just more most_recent recent recently figures statistics stats
    official published let look like overall exactly exact roughly around into amount reach
    reached stand stood hit register registered report reported hello hi dear thanks thank need
    would_like looking find other these those this they them their terms respectively both each
    between within doing did_it do_we get got go going look_like come came end ended who all_of
    only than_in bureau latest_available available number_of value_of billion_yuan comparison_with fast quickly slowly
    """
}
