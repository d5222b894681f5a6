using Google.Protobuf;
using Google.Protobuf.Reflection;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Wire;

/// <summary>One method of the contract. Its address on each protocol is read from the contract itself.</summary>
internal sealed partial class ApiMethod<TRequest, TAnswer>
    where TRequest : class, IMessage<TRequest>
    where TAnswer : class, IMessage<TAnswer>
{
    private readonly Predicate<TAnswer> _isWhole;

    /// <param name="name">As services.proto has it.</param>
    /// <param name="isWhole">
    /// Whether an answer has what every answer has. Any JSON object can be read as an empty message, and a fault must never look
    /// like "nothing found".
    /// </param>
    public ApiMethod(string name, MessageParser<TRequest> requests, MessageParser<TAnswer> answers, Predicate<TAnswer> isWhole)
    {
        Descriptor = ServicesReflection.Descriptor.FindTypeByName<ServiceDescriptor>("OrderCheckService").FindMethodByName(name);
        Requests = requests;
        Answers = answers;
        _isWhole = isWhole;
    }

    public string Name => Descriptor.Name;

    public MethodDescriptor Descriptor { get; }

    public MessageParser<TRequest> Requests { get; }

    public MessageParser<TAnswer> Answers { get; }

    public Reply<TAnswer> Read(TAnswer answer) => _isWhole(answer)
        ? Reply<TAnswer>.Of(answer)
        : Reply<TAnswer>.Failed(Failures.Unreadable($"The answer to {Name} lacks what every answer has; is this address OrderCheck's?"));
}
