namespace FastEndpoints;

public enum Http
{
    GET = 1,
    POST = 2,
    PUT = 3,
    PATCH = 4,
    DELETE = 5,
    HEAD = 6,
    OPTIONS = 7,
    CONNECT = 8,
    TRACE = 9,
    QUERY = 10,
}
