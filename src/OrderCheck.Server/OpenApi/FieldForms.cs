using System.Collections.Frozen;
using Google.Protobuf.Reflection;

namespace OrderCheck.Server.OpenApi;

/// <summary>
/// The one place that says which fields are required and which texts are decimals: protobuf has words for neither. Tests hold
/// it against what the service really refuses.
/// </summary>
internal static class FieldForms
{
    private const int Money = 6;
    private const int Quantity = 4;
    private const string Day = @"\d{4}-\d{2}-\d{2}";

    private static readonly FieldForm Any = new();
    private static readonly FieldForm Required = new(Required: true);

    private static readonly FrozenDictionary<string, FieldForm> Forms = All().ToFrozenDictionary(static p => "ordercheck.v1." + p.Field, static p => p.Form);

    public static FieldForm Of(FieldDescriptor field) => Forms.GetValueOrDefault(field.FullName, Any);

    private static IEnumerable<(string Field, FieldForm Form)> All() =>
    [
        .. Requests(), .. Orders(), .. Charges(), .. Events(), .. Cases(),
        .. Decimals("Totals", "total by_category by_class self_pay own_share"),
        .. Decimals("BudgetProgress", "cost standard_cost payment_standard percent_of_standard_cost percent_of_payment_standard"),
        .. Decimals("CheckAnswer", "own_share"),
        .. Decimals("Finding", "amount"),
        .. Decimals("MergedFinding", "amount"),
        .. Decimals("Flag", "amount"),
        .. Decimals("Difference", "his_amount our_amount"),
        .. Decimals("RuleRecord", "amount"),
    ];

    private static IEnumerable<(string, FieldForm)> Requests() =>
    [
        .. Needs("CheckOrdersRequest", "encounter orders"),
        .. Needs("CheckEncounterRequest", "stage"),
        .. Needs("SignOrdersRequest", "encounter request_id orders"),
        .. Needs("OrderActionsRequest", "encounter request_id actions"),
        .. Needs("SupersedeOrdersRequest", "encounter request_id supersessions"),
        .. Needs("PostChargesRequest", "encounter request_id charges"),
        .. Needs("RecordDecisionsRequest", "encounter request_id decisions"),
        .. Needs("ReportEventsRequest", "encounter request_id events"),
        ("ReconcileRequest.day", new FieldForm(Pattern: Day)),
        ("ListWorkRequest.day", new FieldForm(Pattern: Day)),
        ("ListRuleCountsRequest.from_day", new FieldForm(Pattern: Day)),
        ("ListRuleCountsRequest.to_day", new FieldForm(Pattern: Day)),
        ("ReconcileLine.amount", new FieldForm(Required: true, Decimals: Money)),
        .. Needs("Hospital", "name"),
        .. Needs("PutDictionaryRequest", "hospital kind csv"),
        .. Needs("CreateApiKeyRequest", "roles"),
    ];

    private static IEnumerable<(string, FieldForm)> Orders() =>
    [
        .. Needs("Order", "id kind start_at"),
        ("Amount.value", new FieldForm(Required: true, Decimals: Quantity)),
        .. Needs("Amount", "unit"),
        .. Needs("OrderAction", "id order_id occurred_at"),
        .. Needs("Supersession", "id old_order_id new_order_id occurred_at"),
        .. Needs("Decision", "id check_id finding_key kind occurred_at"),
    ];

    private static IEnumerable<(string, FieldForm)> Charges() =>
    [
        .. Needs("Charge", "id occurred_at"),
        ("Charge.quantity", new FieldForm(Required: true, Decimals: Quantity)),
        ("Charge.unit_price", new FieldForm(Required: true, Decimals: Money)),
        ("Charge.amount", new FieldForm(Required: true, Decimals: Money)),
        ("Charge.selfpay_prop", new FieldForm(Decimals: Quantity)),
    ];

    private static IEnumerable<(string, FieldForm)> Events() =>
    [
        .. Needs("EncounterEvent", "id occurred_at"),
        .. Needs("Admit", "stay"),
        .. Needs("Update", "stay"),
        .. Needs("Transfer", "department"),
        .. Needs("ChangeInsurance", "insutype"),
        .. Needs("Settle", "setl_id"),
        .. Needs("CancelSettle", "setl_id"),
        .. Needs("GiveBudget", "group_code"),
        ("GiveBudget.payment_standard", new FieldForm(Required: true, Decimals: Money)),
        ("GiveBudget.standard_cost", new FieldForm(Required: true, Decimals: Money)),
        .. Needs("Diagnosis", "code"),
        .. Needs("Procedure", "code"),
        .. Needs("Allergy", "substance_name"),
        .. Needs("LaboratoryValue", "code value"),
        .. Needs("Weight", "grams"),
        .. Needs("Birth", "infant_no"),
        .. Needs("EnterPathway", "pathway"),
        .. Needs("LeavePathway", "pathway"),
        .. Settlement(),
    ];

    private static IEnumerable<(string, FieldForm)> Settlement() =>
    [
        .. Decimals("SettlementList", "total fund_payment account_payment cash_payment own_share self_paid"),
        .. Needs("ListedDiagnosis", "code"),
        .. Needs("ListedProcedure", "code"),
        .. Needs("ListedCareUnit", "unit"),
        .. Needs("ListedBlood", "kind"),
        ("ListedBlood.quantity", new FieldForm(Decimals: Quantity)),
        .. Needs("ListedCategory", "med_chrgitm_type"),
        ("ListedCategory.amount", new FieldForm(Required: true, Decimals: Money)),
        .. Decimals("ListedCategory", "class_a class_b self_paid other"),
        .. Needs("UploadCharges", "charge_ids"),
    ];

    private static IEnumerable<(string, FieldForm)> Cases() =>
    [
        .. Needs("GroupCaseRequest", "case"),
        .. Needs("GroupCasesRequest", "cases"),
        .. Needs("CodedCase", "case_id"),
        ("CodedCase.discharge_date", new FieldForm(Pattern: Day)),
    ];

    private static IEnumerable<(string, FieldForm)> Needs(string message, string fields) =>
        fields.Split(' ').Select(field => ($"{message}.{field}", Required));

    private static IEnumerable<(string, FieldForm)> Decimals(string message, string fields) =>
        fields.Split(' ').Select(field => ($"{message}.{field}", new FieldForm(Decimals: Money)));
}
