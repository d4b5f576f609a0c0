/* Streams of an OpenAI-compatible chat: EVENTS events, PAUSE ms apart, to as many clients as come.
   cc -O2 -o server server.c && ./server PORT [EVENTS [PAUSE]] */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct stream { int sent, started; long next; };
static struct stream streams[65536];
static const char head[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
static const char event[] =
    "data: {\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"三个工作日\"},\"finish_reason\":null}]}\n\n";
static const char last[] =
    "data: {\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void chunk(int fd, const char *text, size_t size) {
  char buffer[1024];
  int length = snprintf(buffer, sizeof buffer, "%zx\r\n%s\r\n", size, text);
  if (write(fd, buffer, length) < 0) streams[fd].started = 0;
}

int main(int count, char **words) {
  int events = count > 2 ? atoi(words[2]) : 20, pause = count > 3 ? atoi(words[3]) : 50;
  struct rlimit limit = {65536, 65536};
  setrlimit(RLIMIT_NOFILE, &limit);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1, most = 0;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1])),
                              .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)&place, sizeof place) || listen(listener, 4096)) return perror("listen"), 1;
  int poll = epoll_create1(0);
  struct epoll_event wanted = {.events = EPOLLIN, .data.fd = listener}, found[512];
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &wanted);
  for (;;) {
    int ready = epoll_wait(poll, found, 512, 2);
    for (int i = 0; i < ready; i++) {
      int fd = found[i].data.fd;
      if (fd == listener) {
        while ((fd = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) {
          setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          if (fd > most) most = fd;
          memset(&streams[fd], 0, sizeof streams[fd]);
          wanted.data.fd = fd;
          epoll_ctl(poll, EPOLL_CTL_ADD, fd, &wanted);
        }
        continue;
      }
      char request[16384];
      ssize_t size = read(fd, request, sizeof request);
      if (size == 0 || (size < 0 && errno != EAGAIN)) {
        close(fd);
        streams[fd].started = 0;
      } else if (!streams[fd].started && size > 0) {
        /* A request comes in one piece here: it is small. */
        streams[fd].started = 1;
        streams[fd].next = now() + pause;
        if (write(fd, head, sizeof head - 1) < 0) streams[fd].started = 0;
      }
    }
    long time = now();
    for (int fd = 0; fd <= most; fd++) {
      struct stream *stream = &streams[fd];
      if (!stream->started || stream->next > time) continue;
      if (stream->sent++ < events) {
        chunk(fd, event, sizeof event - 1);
        stream->next += pause;
        if (stream->sent == events) stream->next = time;
      } else {
        chunk(fd, last, sizeof last - 1);
        if (write(fd, "0\r\n\r\n", 5) < 0) perror("write");
        stream->started = 0;
        epoll_ctl(poll, EPOLL_CTL_DEL, fd, 0);
        close(fd);
      }
    }
  }
}
