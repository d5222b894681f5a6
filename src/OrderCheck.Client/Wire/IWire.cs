using Google.Protobuf;

namespace OrderCheck.Client.Wire;

/// <summary>Carries a request to the service once: by gRPC or as JSON, or in a test by neither.</summary>
internal interface IWire : IDisposable
{
    /// <param name="limit">What the service is told of the deadline, where the protocol can say it.</param>
    /// <param name="cancellation">Ends the sending at the deadline.</param>
    /// <returns>May also throw: whoever calls takes it for a failure of the service.</returns>
    Task<Reply<TAnswer>> SendAsync<TRequest, TAnswer>(
        ApiMethod<TRequest, TAnswer> method, TRequest request, Seat seat, TimeSpan limit, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>
        where TAnswer : class, IMessage<TAnswer>;
}
