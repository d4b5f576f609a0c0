import CCurl

extension TransferJob {
  /// Sets the handle up; false where libcurl has no memory.
  func configure() -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    var isGood = true
    func check(_ code: CURLcode) { if code != CURLE_OK { isGood = false } }
    func set(_ option: CURLoption, _ value: Int) { check(city_set_long(easy, option, value)) }
    func set(_ option: CURLoption, _ value: String) { check(city_set_string(easy, option, value)) }

    set(CURLOPT_URL, cleared.address.url)
    check(city_set_http_only(easy))
    // A redirect would take key and question to a host that nobody permitted.
    set(CURLOPT_FOLLOWLOCATION, 0)
    // One answer a connection: on a shared one, a reader that is behind would hold up its neighbours.
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    // The threads of the program must not be interrupted by timers of libcurl.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    // The buffers of 1,000 streams are memory: an event has some hundred bytes, and libcurl's own 64 kB would only serve
    // uploads of files.
    set(CURLOPT_BUFFERSIZE, 4 << 10)
    set(CURLOPT_UPLOAD_BUFFERSIZE, 16 << 10)
    city_set_leave_lookups(easy)

    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = cleared.route.authorities { set(CURLOPT_CAINFO, file) }
    // Set even where they are empty: left out, libcurl takes them from the environment.
    set(CURLOPT_PROXY, cleared.route.proxy ?? "")
    set(CURLOPT_NOPROXY, "")
    if !cleared.route.allowsLinkLocal { city_refuse_link_local(easy, refused) }

    for (name, value) in cleared.headers {
      // libcurl takes `name:` for the wish to leave a header out, `name;` for an empty one.
      guard add(value.isEmpty ? "\(name);" : "\(name): \(value)") else { return false }
    }
    if let body = cleared.body {
      set(CURLOPT_POST, 1)
      check(city_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      body.withUnsafeBytes { bytes in
        let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        if let start { check(city_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, start)) }
      }
      // Without this, bodies over 1 MB wait a second for a permission that few servers send.
      guard add("Expect:") else { return false }
    }
    check(city_set_list(easy, CURLOPT_HTTPHEADER, headerList))

    check(city_set_pointer(easy, CURLOPT_PRIVATE, context))
    check(city_set_pointer(easy, CURLOPT_WRITEDATA, context))
    check(
      city_set_write(easy, CURLOPT_WRITEFUNCTION) { data, size, count, context in
        let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
        return Unmanaged<TransferJob>.fromOpaque(context!).takeUnretainedValue().piece(bytes)
      })
    check(city_set_pointer(easy, CURLOPT_HEADERDATA, context))
    check(
      city_set_write(easy, CURLOPT_HEADERFUNCTION) { data, size, count, context in
        let line = UnsafeRawBufferPointer(start: data, count: size * count)
        return Unmanaged<TransferJob>.fromOpaque(context!).takeUnretainedValue().headerLine(line)
      })
    return isGood
  }

  private func add(_ line: String) -> Bool {
    guard let list = curl_slist_append(headerList, line) else { return false }
    headerList = list
    return true
  }
}
