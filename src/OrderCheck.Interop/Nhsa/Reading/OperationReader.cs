using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>Reads fsi_operation_dtos.</summary>
internal sealed class OperationReader(ReadingContext context)
{
    public ReadOperation Read(OperationNode node)
    {
        var values = context.Values;
        values.Enter(context.Fields.Operation, node);
        var read = new ReadOperation(
            Id: values.At(OperationField.Id, node.SetlListOprnId).Id(),
            Code: values.At(OperationField.Code, node.OprnCode).Id(),
            Name: values.At(OperationField.Name, node.OprnName).Text(),
            Main: values.At(OperationField.Main, node.MainOprnFlag).Meaning(context.Profile, NhsaTables.PrincipalOperation) == RegionWords.Yes,
            At: values.At(OperationField.At, node.OprnDate).Time(context.Zone, context.Events),
            Doctor: values.At(OperationField.Doctor, node.OperDrCode).Id(),
            VisitId: values.At(OperationField.VisitId, node.MdtrtId).Id());
        values.Leave();
        return read;
    }
}
