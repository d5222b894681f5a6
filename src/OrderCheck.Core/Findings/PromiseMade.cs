namespace OrderCheck.Core.Findings;

/// <summary>The promise behind a finding that is there again before discharge.</summary>
/// <param name="Given">Its time is the hospital's local one.</param>
internal sealed record PromiseMade(PromiseGiven Given, bool Kept)
{
    /// <summary>For the reader, behind the finding's own sentence.</summary>
    public string Words => WordsOf("出院前未见补录");

    /// <summary>The same while the patient stays, after it was due.</summary>
    public string OverdueWords => WordsOf("至今未见补录");

    private string WordsOf(string missing) =>
        $"（{Given.By ?? "未具名者"}于{Given.At:yyyy-MM-dd HH:mm}答复“{(Given.Kind == PromiseKind.ResultToFollow ? "结果待补" : "诊断待补")}”{(Given.Due is { } due ? $"，应于{due:yyyy-MM-dd HH:mm}前补" : "")}，{missing}）";
}
