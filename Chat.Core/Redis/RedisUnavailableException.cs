namespace Chat.Core.Redis;

/// <summary>
/// Redis did not answer within the limit, or could not be reached. What was asked may or may not have happened. Redis holds
/// nothing that cannot be lost, so callers go on without it, or say that they cannot right now.
/// </summary>
public sealed class RedisUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
