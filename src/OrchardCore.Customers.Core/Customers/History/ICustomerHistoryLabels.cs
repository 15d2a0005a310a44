namespace OrchardCore.Customers.History;

/// <summary>Names what another capability writes into the history of customers. Register it as a scoped service.</summary>
public interface ICustomerHistoryLabels
{
    /// <summary>What the value at this path is called, in the user's language; <see langword="null"/> when it is another's.</summary>
    string? FindLabel(string path);
}
