// Every tab page draws its own bar (src/ui/tab-bar): it scales with care mode and shows the tabs of the person's role.
// The platform insists on this component as soon as a tab bar is custom, so it exists and shows nothing.
Component({});
