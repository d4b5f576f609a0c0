// The door to libcurl, and to epoll, which waits for its sockets. Swift cannot call C variadic functions, so each
// argument type of curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt gets one inline wrapper here.
#ifndef CITY_CCURL_SHIM_H
#define CITY_CCURL_SHIM_H
#include <curl/curl.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

static inline CURLcode city_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode city_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode city_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode city_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode city_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

// Both the body and the header callback have this type.
static inline CURLcode city_set_write(CURL *easy, CURLoption option, curl_write_callback value) {
  return curl_easy_setopt(easy, option, value);
}

// Only http and https, whatever libcurl was built with.
static inline CURLcode city_set_http_only(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  return curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

// Without this, removing a handle waits for its name lookup: one dead resolver would stop every transfer.
static inline void city_set_leave_lookups(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075700
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#else
  (void)easy;
#endif
}

// Whether an address is link-local: 169.254/16, fe80::/10, or the former mapped into IPv6.
static inline int city_is_link_local(const struct curl_sockaddr *address) {
  // `addr` is declared as a plain sockaddr; addrlen says how much really stands there.
  const char *from = (const char *)address + offsetof(struct curl_sockaddr, addr);
  if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
    struct sockaddr_in v4;
    memcpy(&v4, from, sizeof v4);
    return (ntohl(v4.sin_addr.s_addr) >> 16) == 0xA9FE;
  }
  if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
    static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    struct sockaddr_in6 v6;
    memcpy(&v6, from, sizeof v6);
    const unsigned char *b = v6.sin6_addr.s6_addr;
    if (b[0] == 0xFE && (b[1] & 0xC0) == 0x80) return 1;
    return memcmp(b, mapped, 12) == 0 && b[12] == 0xA9 && b[13] == 0xFE;
  }
  return 0;
}

// Opens a socket, or sets the int at `refused` where the address is link-local.
static inline curl_socket_t city_open_socket(
    void *refused, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  if (city_is_link_local(address)) {
    *(int *)refused = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static inline void city_refuse_link_local(CURL *easy, int *refused) {
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, city_open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, refused);
}

static inline CURLcode city_get_time(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline void *city_get_private(CURL *easy) {
  char *value = NULL;
  curl_easy_getinfo(easy, CURLINFO_PRIVATE, &value);
  return value;
}

static inline void city_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  curl_multi_setopt(multi, option, value);
}

static inline void city_multi_set_callbacks(
    CURLM *multi, curl_socket_callback socket, curl_multi_timer_callback timer, void *context) {
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
  curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

// The result in a CURLMSG_DONE stands in an anonymous union.
static inline CURLcode city_result(const CURLMsg *message) { return message->data.result; }
#endif
