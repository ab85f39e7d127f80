package org.localmax.ui.workbench;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The platform's own part of menu bar and tool bar; experiments and runs add theirs in plugin.xml. */
final class MainMenu extends ActionBarAdvisor {

    private static final ActionFactory[] ACTIONS = {
        ActionFactory.NEW_WIZARD_DROP_DOWN,
        ActionFactory.CLOSE,
        ActionFactory.CLOSE_ALL,
        ActionFactory.SAVE,
        ActionFactory.SAVE_AS,
        ActionFactory.SAVE_ALL,
        ActionFactory.IMPORT,
        ActionFactory.REFRESH,
        ActionFactory.PROPERTIES,
        ActionFactory.QUIT,
        ActionFactory.UNDO,
        ActionFactory.REDO,
        ActionFactory.CUT,
        ActionFactory.COPY,
        ActionFactory.PASTE,
        ActionFactory.DELETE,
        ActionFactory.SELECT_ALL,
        ActionFactory.FIND,
        ActionFactory.RESET_PERSPECTIVE,
        ActionFactory.PREFERENCES,
        ActionFactory.ABOUT,
    };

    private IWorkbenchWindow window;

    MainMenu(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow shown) {
        window = shown;
        for (ActionFactory factory : ACTIONS) {
            register(factory.create(shown));
        }
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(fileMenu());
        bar.add(editMenu());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(windowMenu());
        bar.add(helpMenu());
    }

    private MenuManager fileMenu() {
        MenuManager menu = new MenuManager(Texts.file, IWorkbenchActionConstants.M_FILE);
        MenuManager create = new MenuManager(Texts.newMenu, "new");
        create.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
        menu.add(create);
        menu.add(new Separator(IWorkbenchActionConstants.OPEN_EXT));
        add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.IMPORT);
        menu.add(new Separator());
        add(menu, ActionFactory.REFRESH, ActionFactory.PROPERTIES);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.QUIT);
        return menu;
    }

    private MenuManager editMenu() {
        MenuManager menu = new MenuManager(Texts.edit, IWorkbenchActionConstants.M_EDIT);
        // the groups are where text editors put their own
        add(menu, ActionFactory.UNDO, ActionFactory.REDO);
        menu.add(new Separator(IWorkbenchActionConstants.UNDO_EXT));
        add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        menu.add(new Separator(IWorkbenchActionConstants.CUT_EXT));
        add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.ADD_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager windowMenu() {
        MenuManager menu = new MenuManager(Texts.window, IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager(Texts.showView, "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        add(menu, ActionFactory.RESET_PERSPECTIVE);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    private MenuManager helpMenu() {
        MenuManager menu = new MenuManager(Texts.help, IWorkbenchActionConstants.M_HELP);
        menu.add(new Separator("welcome"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.ABOUT);
        return menu;
    }

    private void add(MenuManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            menu.add(getAction(factory.getId()));
        }
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager file = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        file.add(getAction(ActionFactory.NEW_WIZARD_DROP_DOWN.getId()));
        file.add(getAction(ActionFactory.SAVE.getId()));
        bar.add(new ToolBarContributionItem(file, IWorkbenchActionConstants.TOOLBAR_FILE));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }
}
