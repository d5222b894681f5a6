using OrderCheck.Cli.Nhsa.Points;
using OrderCheck.Core.Catalogue.Diseases;

namespace OrderCheck.Cli.Nhsa;

/// <summary>Turns published points into knowledge rows; each point becomes exactly one <see cref="PointFate"/>.</summary>
internal sealed class NhsaImport
{
    private readonly PublishedTables _tables;
    private readonly PointReaders _readers;
    private readonly Succession _succession;
    private readonly List<KnowledgeLine> _lines = [];

    private NhsaImport(PublishedTables tables, DiseaseTerms terms, int childAge)
    {
        _tables = tables;
        _readers = new PointReaders(tables, terms, childAge);
        _succession = new Succession(tables.Points, tables.Unreadable);
    }

    public ImportTally Tally { get; } = new();

    public List<Rejection> Rejections { get; } = [];

    /// <summary>In published order, a point's codes in ordinal order.</summary>
    public IReadOnlyList<KnowledgeLine> Lines { get; private set; } = [];

    public ItemNames Items { get; } = new();

    /// <summary>Prose points without item codes: notes on how a rule is to be read.</summary>
    public List<KnowledgePoint> Notes { get; } = [];

    /// <param name="terms">What limits in words are coded by.</param>
    /// <param name="childAge">A child is one who has not completed so many years.</param>
    public static NhsaImport Run(PublishedTables tables, DiseaseTerms terms, int childAge)
    {
        var import = new NhsaImport(tables, terms, childAge);
        import.Read();
        return import;
    }

    private void Read()
    {
        // All are read before any is written: whether a point is over hangs on whether its successor can be used.
        var readings = _tables.Points.Select(point => (Point: point, Reading: ReadingOf(point))).ToList();
        foreach (var (point, reading) in readings)
        {
            if (reading is PointReading.Refused)
                _succession.Refuse(point);
        }
        foreach (var (point, reading) in readings)
            Read(point, reading);
        foreach (var point in _tables.Unreadable)
            Reject(point.RuleClass, point.Why);
        Lines = Takeover.Apply(_lines);
    }

    private PointReading ReadingOf(KnowledgePoint point)
    {
        if ((_succession.FaultOf(point) ?? FaultOfCodes(point)) is { } fault)
            return new PointReading.Refused(fault);
        var reading = _readers.Read(point);
        return reading is PointReading.Coded && point.Codes.Count == 0
            ? PointReading.Refuse(point, "kp_id", "a point that knowledge_point_codes.csv has codes for")
            : reading;
    }

    private void Read(KnowledgePoint point, PointReading reading)
    {
        var isOver = _succession.IsOver(point);
        switch (reading)
        {
            case PointReading.Refused refused:
                Reject(point.RuleClass, refused.Why);
                return;
            case PointReading.Coded coded:
                foreach (var limit in coded.Limits)
                    Write(point, limit);
                Tally.Count(point.RuleClass, isOver ? PointFate.Superseded : PointFate.Executable);
                return;
            case PointReading.Prose prose:
                if (point.Codes.Count == 0)
                    Notes.Add(point);
                Write(point, KindSchema.Text.Of(point.RuleClass));
                if (isOver)
                    Tally.Count(point.RuleClass, PointFate.Superseded);
                else
                    Tally.CountText(point.RuleClass, prose.Why);
                return;
        }
    }

    private static Rejection? FaultOfCodes(KnowledgePoint point)
    {
        foreach (var code in point.Codes)
        {
            if (ItemCodeShape.KindOf(code.Text) is null)
                return new Rejection("knowledge_point_codes.csv", code.Line, code.Column, code.Text, ItemCodeShape.Allowed);
        }
        return null;
    }

    private void Write(KnowledgePoint point, CodedLimit limit)
    {
        foreach (var code in point.Codes.Select(code => code.Text).Order(StringComparer.Ordinal))
        {
            var name = limit.ItemNames?.GetValueOrDefault(code) ?? point.ItemName;
            Items.Add(code, name, point.PublishedAt);
            if (limit.OnlyFor is null || limit.OnlyFor == code)
                _lines.Add(new KnowledgeLine(point, limit, code, name, point.PublishedAt, _succession.LastDayOf(point)));
        }
    }

    private void Reject(string ruleClass, Rejection why)
    {
        Tally.Count(ruleClass, PointFate.Rejected);
        Rejections.Add(why);
    }
}
