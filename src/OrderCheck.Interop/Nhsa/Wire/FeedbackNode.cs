namespace OrderCheck.Interop.Nhsa.Wire;

/// <summary>input.data of a 3103.</summary>
internal sealed class FeedbackNode : NhsaNode
{
    public NhsaScalar WarnType { get; set => field = Once(field, value); }

    public NhsaNodes<WarningNode>? Warns { get; set => field = Once(field, value!); }

    /// <summary>Not of the specification: the member of the same name within itself.</summary>
    public NhsaNodes<FeedbackNode>? Data { get; set => field = Once(field, value!); }
}
