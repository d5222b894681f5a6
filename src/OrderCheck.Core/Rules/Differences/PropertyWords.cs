namespace OrderCheck.Core.Rules.Differences;

/// <summary>What the properties of a rule and their values are called in Chinese.</summary>
internal static class PropertyWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Expression"] = "判断条件",
        ["ErrorMessage"] = "提示语",
        ["title"] = "名称",
        ["nhsa"] = "两库编号",
        ["family"] = "类别",
        ["domain"] = "范围",
        ["severity"] = "严重程度",
        ["response"] = "处理方式",
        ["stages"] = "环节",
        ["decisions"] = "可选处置",
        ["knowledge"] = "知识",
        ["basis"] = "依据",
        ["state"] = "状态",
        ["effective_from"] = "生效日期",
        ["effective_to"] = "失效日期",
        ["undetermined"] = "无法判断时",
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["severity violation"] = "明确违规",
        ["severity suspicion"] = "可疑",
        ["severity reminder"] = "提醒",
        ["response inform"] = "提示",
        ["response justify"] = "需填理由",
        ["response block"] = "拦截",
        ["state draft"] = "草稿",
        ["state shadow"] = "影子",
        ["state trial"] = "试行",
        ["state active"] = "启用",
        ["state retired"] = "停用",
        ["domain payment"] = "支付",
        ["domain price"] = "价格",
        ["domain safety"] = "用药安全",
        ["domain coding"] = "编码",
        ["domain conduct"] = "诊疗行为",
        ["domain money"] = "费用",
        ["undetermined silent"] = "只计数",
        ["stages G"] = "入院登记",
        ["stages O"] = "开立",
        ["stages V"] = "核对执行",
        ["stages C"] = "计费",
        ["stages D"] = "出院结算",
        ["stages R"] = "事后",
        ["decisions withdraw"] = "撤回",
        ["decisions change"] = "修改",
        ["decisions self_pay"] = "转自费",
        ["decisions meets_limit"] = "符合限制条件",
        ["decisions override"] = "填写理由后继续",
        ["decisions emergency"] = "紧急放行",
    };

    public static string Of(string property) => Names.GetValueOrDefault(property, property);

    /// <summary>Of lists each word; what has no word of ours stays as it is written.</summary>
    public static string ValueOf(string property, string text) => property is "stages" or "decisions"
        ? string.Join('、', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Values.GetValueOrDefault($"{property} {word}", word)))
        : Values.GetValueOrDefault($"{property} {text}", text);
}
