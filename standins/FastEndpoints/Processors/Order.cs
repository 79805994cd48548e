namespace FastEndpoints;

public enum Order
{
    Before = 0,
    After = 1,
}
