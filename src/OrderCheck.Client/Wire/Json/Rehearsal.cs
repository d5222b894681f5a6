using Google.Protobuf;

namespace OrderCheck.Client.Wire;

internal sealed partial class ApiMethod<TRequest, TAnswer>
{
    /// <summary>Writes a request and reads an answer as a call does, without one.</summary>
    public void Rehearse(TRequest request, TAnswer answer)
    {
        JsonAddress.Of(Descriptor, request);
        JsonFormatter.Default.Format(request);
        JsonWire.Parser.Parse(JsonFormatter.Default.Format(answer), Descriptor.OutputType);
    }
}
