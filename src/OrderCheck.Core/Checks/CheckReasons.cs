namespace OrderCheck.Core.Checks;

/// <summary>Reasons for an answer that is not complete, where the evaluation itself is not the cause.</summary>
public static class CheckReasons
{
    private const string NotAudited = "本次未审核，不代表没有问题；请稍后重新审核。";

    public static readonly StateReason LedgerUnavailable =
        new("ledger_unavailable", "病历账暂时无法读取，以下结果可能不含最新的医嘱和费用，请人工留意。");

    public static readonly StateReason HistoryStale =
        new("history_stale", "该患者其他就诊的记录未能及时更新，涉及既往用量的结果可能不含最新费用，请人工留意。");

    public static readonly StateReason NothingKnown =
        new("ledger_unavailable", "病历账暂时无法读取，本次未审核，不代表没有问题；可以照常开立，恢复后系统将补审。");

    public static readonly StateReason EvaluationFailed =
        new("evaluation_failed", "审核程序出错，本次未审核，不代表没有问题；可以照常开立，系统将补审。");

    public static readonly StateReason EncounterUnreachable =
        new("encounter_unreachable", "审核服务暂时无法处理该就诊，本次未审核，不代表没有问题；可以照常开立，系统将补审。");

    /// <summary>The same where an encounter as a whole was asked about: nobody judges that later by himself.</summary>
    public static StateReason OfEncounter(this StateReason reason) => reason.Code switch
    {
        "ledger_unavailable" => new(reason.Code, $"病历账暂时无法读取，{NotAudited}"),
        "encounter_unreachable" => new(reason.Code, $"审核服务暂时无法处理该就诊，{NotAudited}"),
        _ => new(reason.Code, $"审核程序出错，{NotAudited}"),
    };

    /// <summary>The answer, no longer complete, for this reason too.</summary>
    public static CheckAnswer With(this CheckAnswer answer, StateReason reason) => answer with
    {
        State = answer.State == CheckState.Complete ? CheckState.Partial : answer.State,
        StateReasons = [.. answer.StateReasons, reason],
    };
}
