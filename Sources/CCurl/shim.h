// The door to libcurl. Swift cannot call C variadic functions, so each argument type of
// curl_easy_setopt gets one inline wrapper here when CityNet needs it.
#ifndef CITY_CCURL_SHIM_H
#define CITY_CCURL_SHIM_H
#include <curl/curl.h>
#endif
