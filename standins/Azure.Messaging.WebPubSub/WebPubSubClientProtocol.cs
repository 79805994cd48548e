namespace Azure.Messaging.WebPubSub;

public enum WebPubSubClientProtocol
{
    Default = 0,
    Mqtt = 1,
    SocketIO = 2,
}
