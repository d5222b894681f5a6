using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>How a region writes a 3103.</summary>
/// <param name="own">The region's name of a node's member.</param>
/// <param name="continues">dspo_way of 继续执行.</param>
/// <param name="changes">dspo_way of 返回修改.</param>
public sealed class FeedbackForm(Func<string, string, string> own, string continues, string changes)
{
    private const string Continue = "1";
    private const string Change = "2";

    public static FeedbackForm National { get; } = new(static (_, field) => field, Continue, Change);

    public static FeedbackForm Of(RegionProfile region) => new(
        region.Renames.Of,
        region.CodeOf(NhsaTables.Disposition, RegionWords.Continue) ?? Continue,
        region.CodeOf(NhsaTables.Disposition, RegionWords.Change) ?? Change);

    public string Way(NhsaDisposition told) => told.Continue ? continues : changes;

    internal string Around(string field) => own("envelope", field);

    internal string Data(string field) => own("3103.data", field);

    internal string Warning(string field) => own("3103.warns", field);
}
