using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>Makes what a driver shows.</summary>
public class DisplayDriverBase
{
    /// <summary>What the names of the fields begin with.</summary>
    protected string Prefix { get; private protected set; } = "";

    /// <summary>Shows a view model; it is made and filled only where it is placed.</summary>
    /// <param name="shapeType">Names the view: <c>CustomerPart_Edit</c> is shown by <c>Views/CustomerPart.Edit.cshtml</c>.</param>
    /// <param name="initialize">Fills the view model.</param>
    public ShapeResult Initialize<TModel>(string shapeType, Action<TModel> initialize)
        where TModel : class
        => Initialize<TModel>(shapeType, model =>
        {
            initialize(model);

            return ValueTask.CompletedTask;
        });

    /// <inheritdoc cref="Initialize{TModel}(string, Action{TModel})"/>
    public ShapeResult Initialize<TModel>(string shapeType, Func<TModel, ValueTask> initializeAsync)
        where TModel : class
    {
        var prefix = Prefix;

        return new ShapeResult(async () =>
        {
            var model = ViewModels.Create<TModel>();
            await initializeAsync(model);

            return new ViewShape(shapeType, prefix, model);
        });
    }
}
