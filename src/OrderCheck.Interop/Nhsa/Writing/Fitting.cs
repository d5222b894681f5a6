namespace OrderCheck.Interop.Nhsa.Writing;

/// <summary>How long the specification lets the texts of an answer be.</summary>
internal static class Fitting
{
    public const int Id = 50;
    public const int RuleName = 200;
    public const int Sentence = 500;
    public const int Error = 200;
    public const int MessageId = 30;
}
