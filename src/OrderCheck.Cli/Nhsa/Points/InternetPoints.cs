namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>超互联网医院药品支付范围: narcotic and psychotropic drugs are not prescribed online.</summary>
internal sealed class InternetPoints : IPointReader
{
    public IReadOnlyList<string> RuleClasses { get; } = ["超互联网医院药品支付范围"];

    public PointReading Read(KnowledgePoint point) => new PointReading.Coded(KindSchema.Visit.Of("", "互联网"));
}
