namespace OrderCheck.Core.Knowledge;

/// <summary>How soon after a service its charge must have been uploaded (就诊数据非实时上传), and after a discharge the settlement list.</summary>
public sealed class UploadLimit : KnowledgeRow
{
    public const string ByUpload = "上传";
    public const string ByRecord = "记录";
    public const string ByList = "清单";

    public required int Hours { get; init; }

    /// <summary>上传: as the HIS reports the upload; 记录: when the charge was recorded here; 清单: from the discharge to the settlement list.</summary>
    public required string MeasuredBy { get; init; }

    internal override string Sameness => MeasuredBy;
}
