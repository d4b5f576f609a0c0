extension HelpTable {
  private static let memory = OptionDescription(
    name: "memory", value: "MB", chinese: "待合并的倒排数据最多占用的内存，超出部分写入临时文件（默认 512）",
    english: "memory for postings that wait to be merged; the rest goes to a file (512)")

  static let indexCommands: [CommandDescription] = [
    CommandDescription(
      path: "index build", operands: "DIR", operandCount: 1...1,
      chinese: "为一个文件夹的文档（或 BEIR 的 corpus.jsonl）建立索引。",
      english: "Index a folder of documents (or BEIR's corpus.jsonl).",
      options: [
        .init(
          name: "output", letter: "o", value: "INDEX", chinese: "索引文件",
          english: "the index file"),
        .init(
          name: "skills", value: "DIR", chinese: "把这里各技能的 references/ 也编入",
          english: "index the references/ of the skills here too"),
        .jobs, memory, .home, .json,
      ],
      chineseNotes: ["不能读取的文件逐行写到标准错误，其余照常编入，退出码为 1。"],
      englishNotes: [
        "Files that cannot be read are told on standard error, one a line; the rest is indexed and the exit code is 1."
      ]),
    CommandDescription(
      path: "index update", operands: "[DIR]", operandCount: 0...1,
      chinese: "文档有改动时更新索引：只读取并编入改动过的部分。",
      english: "Update the index: only what has changed is read and indexed.",
      options: [
        .init(
          name: "output", letter: "o", value: "INDEX", chinese: "DIR 的索引文件",
          english: "the index file of DIR"),
        .init(
          name: "full", chinese: "全部重新读取，重建为一段", english: "read everything, build one part"),
        .jobs, memory,
      ] + places,
      chineseNotes: [
        "大小、inode 与两个时间都未变、且读取时已满两秒的文件不再读取；其余文件和 corpus.jsonl 的行按校验和比对。另一进程正在写时等待它。"
      ],
      englishNotes: [
        "A file is not read again where size, inode and both times are what they were, and were two seconds old when it was read; other files and the lines of a corpus.jsonl are known by checksums. Another process that writes is waited for."
      ]),
    CommandDescription(
      path: "index embed", operands: "", operandCount: 0...0,
      chinese: "用嵌入模型为条款生成向量，存于索引旁，供语义检索；中断后再运行即接着做。",
      english:
        "Have an embedding model make vectors of the passages, kept beside the index, for search by meaning; run it again to go on after a stop.",
      options: [
        .index, .embeddingModel, .embeddingURL,
        .init(
          name: "batch", value: "N", chinese: "每次请求几段文字（默认 32）",
          english: "texts in one request (32)"),
      ] + places,
      chineseNotes: [
        "服务须为 OpenAI 形式的 /v1/embeddings；文字中的个人信息发出前先遮盖。只处理改动过的条款。",
        "向量存于 INDEX.vectors（格式见 docs/vector-format.md），未完成时在 INDEX.vectors.partial。",
      ],
      englishNotes: [
        "The server speaks OpenAI's /v1/embeddings; personal data is masked before anything is sent. Only changed passages are embedded.",
        "The vectors go to INDEX.vectors (docs/vector-format.md), those of an unfinished run are in INDEX.vectors.partial.",
      ]),
    CommandDescription(
      path: "index info", operands: "", operandCount: 0...0,
      chinese: "索引里有什么：代、数量、类别、日期、大小。",
      english: "What an index holds: generation, counts, kinds, dates, sizes.",
      options: [.index] + places),
    CommandDescription(
      path: "index verify", operands: "", operandCount: 0...0,
      chinese: "核对索引的每一个字节。", english: "Check every byte of an index.",
      options: [.index] + places),
    CommandDescription(
      path: "index show", operands: "DOCUMENT", operandCount: 1...1,
      chinese: "原样输出一份文档的规范文本：引用的字节范围和摘要都指向它。",
      english:
        "Print a document's canonical text exactly: byte ranges and digests of citations refer to it.",
      options: [.index] + places),
    CommandDescription(
      path: "index search", operands: "\"WORDS\"", operandCount: 1...Int.max,
      chinese: "查找条款。", english: "Find clauses.",
      options: [
        .init(
          name: "limit", value: "N", chinese: "最多几条（默认 10）",
          english: "how many at most (10)"),
        .init(
          name: "explain", chinese: "每个词对得分的贡献", english: "what each term adds to a score"),
        .index,
      ] + places),
  ]

  static let evalCommands: [CommandDescription] = [
    CommandDescription(
      path: "eval retrieval", operands: "DIR", operandCount: 1...1,
      chinese: "用 queries.jsonl 检索并评分（nDCG@10、R@1/5/10、MRR@10）。",
      english:
        "Search for the queries of queries.jsonl and score the ranking (nDCG@10, R@1/5/10, MRR@10).",
      options: [
        .index,
        .init(
          name: "run", value: "RUN.tsv", chinese: "写出 查询、文档、名次（每个查询 100 份，文档取其最佳条款）",
          english: "write query, document, rank (100 a query; a document by its best clause)"),
        .rerank, .weights, .jobs,
        .init(
          name: "hybrid", chinese: "与向量检索的结果按倒数名次融合（先运行 index embed）",
          english: "fuse the list with that of the vectors by reciprocal rank (after index embed)"),
        .init(
          name: "vectors-only", chinese: "只用向量检索", english: "search by the vectors alone"),
        .embeddingModel, .embeddingURL,
      ] + places,
      chineseNotes: [
        "DIR 里有 queries.jsonl（id 或 _id，text）和 qrels.tsv（两列）或 BEIR 的 qrels/test.tsv（三列）。"
      ],
      englishNotes: [
        "DIR holds queries.jsonl (id or _id, text) and qrels.tsv (two columns) or BEIR's qrels/test.tsv (three)."
      ]),
    CommandDescription(
      path: "eval answers", operands: "DIR", operandCount: 1...1,
      chinese: "回答带 answer 的查询，与标准答案比较（EM、F1、ROUGE-L）。",
      english: "Answer the queries that have an answer and compare (EM, F1, ROUGE-L).",
      options: [
        .index,
        .init(
          name: "out", value: "OUT.jsonl", chinese: "写出每个答案，格式同 batch",
          english: "write every answer, as batch does"),
        .init(
          name: "by", value: "reading|skills",
          chinese: "由检索加阅读作答，从不弃答（默认），或由各技能作答",
          english: "answer by search and reading, never abstaining (default), or by the skills"),
        .rerank, .weights, .readingWeights, .jobs, .lang, .asOf, .offline, .model,
      ] + places),
    CommandDescription(
      path: "eval promptfoo", operands: "CASES.jsonl", operandCount: 1...1,
      chinese: "运行 promptfoo 用例并检查其断言；有不通过的，退出码为 1。",
      english: "Run promptfoo cases and check their assertions; exits with 1 where some fail.",
      options: [
        .init(
          name: "out", value: "OUT.jsonl", chinese: "写出每个用例的结果",
          english: "write the result of every case"),
        .lang, .asOf, .offline, .model,
      ] + places,
      chineseNotes: [
        "断言：equals contains icontains contains-any contains-all icontains-any icontains-all starts-with regex is-refusal，都可加 not-。"
      ],
      englishNotes: [
        "Assertions: equals contains icontains contains-any contains-all icontains-any icontains-all starts-with regex is-refusal, each also with not-."
      ]),
  ]
}
