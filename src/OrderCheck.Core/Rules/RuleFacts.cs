using OrderCheck.Core.Knowledge;
using OrderCheck.Core.Rules.Vocabulary;

namespace OrderCheck.Core.Rules;

/// <summary>
/// What rules may read, as one scratch object of a check: the evaluator sets it line by line and row by row. Not for use by
/// two threads.
/// </summary>
public sealed class RuleFacts(UseFacts use, OtherFacts other, PrescriptionFacts prescription)
{
    /// <summary>The knowledge row that is applied: of the rule's kind, set before the rule runs.</summary>
    public KnowledgeRow Limit { get; set; } = null!;

    public PatientFacts Patient { get; } = new();

    public VisitFacts Visit { get; } = new();

    public HospitalFacts Hospital { get; } = new();

    public ItemFacts Item { get; } = new();

    public LineFacts Line { get; } = new();

    public BudgetFacts Budget { get; } = new();

    public StayFacts Stay { get; internal set; } = StayFacts.Unknown;

    public ChargedOrderFacts Order { get; internal set; } = ChargedOrderFacts.Fulfilled;

    public OperationFacts Operation { get; internal set; } = OperationFacts.None;

    public PathwayFacts Pathway { get; internal set; } = PathwayFacts.None;

    public SettlementFacts Settlement { get; internal set; } = SettlementFacts.None;

    public DetailFacts Detail { get; internal set; } = DetailFacts.None;

    public PayerFacts Payer { get; } = new();

    public CodingFacts Coding { get; internal set; } = CodingFacts.Unknown;

    public UseFacts Use { get; } = use;

    public OtherFacts Other { get; } = other;

    public required DrugFacts Drug { get; init; }

    public PrescriptionFacts Prescription { get; } = prescription;

    public DiagnosisFacts Diagnosis { get; init; } = new();

    public HistoryFacts History { get; init; } = UnknownHistory.Instance;

    public AllergyFacts Allergy { get; init; } = new();

    public FirstLineFacts FirstLine { get; init; } = new();

    public SignerFacts Signer { get; init; } = new();

    public PlaceFacts Place { get; init; } = new();

    public ConsentFacts Consent { get; init; } = new();

    public DrugListFacts DrugList { get; init; } = new();

    public SiteFacts Site { get; internal set; } = new();

    /// <summary>Sums count what is known of them, not null where something is not.</summary>
    internal bool KnownPart
    {
        set => Use.KnownPart = Drug.KnownPart = Prescription.KnownPart = value;
    }
}
