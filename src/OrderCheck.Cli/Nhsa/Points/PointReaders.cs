using OrderCheck.Core.Catalogue.Diseases;

namespace OrderCheck.Cli.Nhsa.Points;

/// <summary>Which reader reads which rule's points.</summary>
internal sealed class PointReaders
{
    private readonly Dictionary<string, IPointReader> _byClass = [];

    public PointReaders(PublishedTables tables, DiseaseTerms terms, int childAge)
    {
        IPointReader[] readers =
        [
            new SexPoints(tables.Structured, tables.Points.ToDictionary(point => point.Id)),
            new AgePoints(childAge),
            new InsurancePoints(),
            new VisitPoints(),
            new InternetPoints(),
            new FacilityPoints(),
            new CoursePoints(),
            new FrequencyPoints(tables.Frequencies),
            new PeriodPoints(tables.Periods),
            new PairPoints(tables.Pairs),
            new PiecePoints(),
            new IncisionPoints(),
            new IndicationPoints(terms),
            new ProsePoints(),
        ];
        foreach (var reader in readers)
        {
            foreach (var ruleClass in reader.RuleClasses)
                _byClass.Add(ruleClass, reader);
        }
    }

    /// <summary>Reads a point; a rule that is new to this program stays the official sentence.</summary>
    public PointReading Read(KnowledgePoint point) =>
        _byClass.TryGetValue(point.RuleClass, out var reader)
            ? reader.Read(point)
            : new PointReading.Prose("a rule that this version does not know yet");
}
