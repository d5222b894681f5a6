namespace OrderCheck.Client.Wire;

internal sealed partial class ApiMethod<TRequest, TAnswer>
{
    /// <summary>Writes a request and reads an answer as a call does, without one.</summary>
    public void Rehearse(TRequest request, TAnswer answer)
    {
        JsonAddress.Of(Descriptor, request);
        JsonWire.Formatter.Format(request);
        JsonWire.Parser.Parse(JsonWire.Formatter.Format(answer), Descriptor.OutputType);
    }
}
