namespace OrderCheck.Core.Rules.Vocabulary;

/// <summary>
/// The encounter's charge lines as a whole (结算明细): what they lack, and when they were recorded and uploaded. Lines that were
/// taken back wholly are not among them. Each fact tells in words of which lines, "" where there are none, null where it cannot
/// be told. Rule text calls it <c>detail</c>.
/// </summary>
public abstract class DetailFacts
{
    internal static readonly DetailFacts None = new Nothing();

    /// <summary>Lines that lack one of the fields, once a settlement list is made of them; fields with 、 between them.</summary>
    public abstract string? Lacking(string fields);

    /// <summary>Lines whose amount is not price times quantity.</summary>
    /// <param name="tolerance">Yuan by which they may differ.</param>
    public abstract string? AmountsWrong(decimal tolerance);

    /// <summary>Lines that were sent to the insurance later than that after the service, or not yet; null where no upload was reported.</summary>
    public abstract string? UploadedLate(int hours);

    /// <summary>Lines that were recorded here later than that after the service.</summary>
    public abstract string? RecordedLate(int hours);

    private sealed class Nothing : DetailFacts
    {
        public override string? Lacking(string fields) => null;

        public override string? AmountsWrong(decimal tolerance) => "";

        public override string? UploadedLate(int hours) => null;

        public override string? RecordedLate(int hours) => "";
    }
}
