namespace OrderCheck.Protocol.V1;

public sealed partial class CheckAnswer
{
    /// <summary>
    /// The message in bytes, where somebody has made them: who has to send it need not make them again. The message is not to be
    /// changed any more then. Empty where nobody has; never compared and never copied.
    /// </summary>
    public ReadOnlyMemory<byte> Encoded { get; set; }
}
