using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OrchardCore.DisplayManagement.ModelBinding;

/// <summary>Lets a driver read what was posted to the action.</summary>
public interface IUpdateModel
{
    ModelStateDictionary ModelState { get; }

    /// <summary>Fills a model from the fields with that prefix.</summary>
    /// <returns>Whether this model is valid, whatever was wrong before.</returns>
    Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
        where TModel : class;
}

public interface IUpdateModelAccessor
{
    /// <summary>That of the controller whose action runs.</summary>
    IUpdateModel ModelUpdater { get; }
}
