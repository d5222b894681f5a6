namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Reads the points of one or a few of NHSA's rules. A new rule is a new class and a line in <see cref="PointReaders"/>.</summary>
internal interface IPointReader
{
    /// <summary>NHSA's rule names, as rule_class spells them.</summary>
    IReadOnlyList<string> RuleClasses { get; }

    PointReading Read(KnowledgePoint point);
}
