using Google.Protobuf;

namespace OrderCheck.Client.Wire;

internal sealed partial class ApiMethod<TRequest, TAnswer>
{
    /// <summary>Writes a request and reads an answer as a call does, without one.</summary>
    public void Rehearse(TRequest request, TAnswer answer)
    {
        request.ToByteArray();
        Answers.ParseFrom(answer.ToByteArray());
    }
}
